//! What a host needs to serve the folder well: `_headers` for hosts that read it, and ready configurations.

use crate::{Fault, languages, read, save};
use seized::text::LANGUAGES;
use std::path::Path;

/// Headers that every file gets.
const ALL: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
];
/// Pages, the data and `host.js` are asked for again soon.
const SHORTLY: &str = "public, max-age=300, must-revalidate";
/// Files whose names change with their content are kept for good.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The content security policies of the pages, which also carry them: of those that are hosted, of embeds, and of the
/// one file.
pub struct Policies {
    /// `index.html`, in every language.
    pub hosted: String,
    /// Everything below `embed/`.
    pub embed: String,
    /// `seized.html`.
    pub file: String,
}

/// Writes `_headers`, the configurations in `hosting/`, and the notices that go with the files.
pub fn write(root: &Path, dist: &Path, policies: &Policies) -> Result<(), Fault> {
    save(&dist.join("_headers"), headers(policies))?;
    save(&dist.join("hosting/nginx.conf"), nginx(policies))?;
    save(&dist.join("hosting/Caddyfile"), caddy(policies))?;
    save(&dist.join("hosting/apache.conf"), apache(policies))?;
    for notice in ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-DATA.md"] {
        save(&dist.join("licences").join(notice), read(&root.join(notice))?)?;
    }
    Ok(())
}

/// For Netlify and Cloudflare Pages. Rules add up there, and two policies would both apply: only the paths of one page
/// have one, and caching is said once.
fn headers(policies: &Policies) -> String {
    let all: String = ALL.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let of = |page: &str, policy: &str| {
        let path =
            |language: &&str| format!("/{}{page}\n  Content-Security-Policy: {policy}\n", languages::url(language));
        LANGUAGES.iter().map(path).collect::<String>()
    };
    format!(
        "/*\n{all}/assets/*\n  Cache-Control: {FOREVER}\n/fonts/*\n  Cache-Control: {FOREVER}\n{}{}{}{}",
        of("", &policies.hosted),
        of("index.html", &policies.hosted),
        of("embed/*", &policies.embed),
        of("seized.html", &policies.file)
    )
}

fn nginx(policies: &Policies) -> String {
    let all: String = ALL.iter().map(|(name, value)| format!("    add_header {name} \"{value}\";\n")).collect();
    format!(
        r#"# For nginx 1.18 and later: put this file into conf.d/ and set the three lines marked ←.
# The folder may stand under any path below the root; its addresses are relative.

map $uri $seized_policy {{
    default "";
    "~/embed/.+/(index\.html)?$" "{embed}";
    "~/seized\.html$" "{file}";
    "~/(index\.html)?$" "{hosted}";
}}
map $uri $seized_caching {{
    default "{SHORTLY}";
    "~/(assets|fonts)/" "{FOREVER}";
}}

server {{
    listen 8080;             # ←
    server_name _;           # ←
    root /srv/seized;        # ← this folder, or one that has it somewhere below

    # Behind a proxy nginx does not know the port that readers see.
    absolute_redirect off;
    # Packed copies lie beside the files. The second line needs the module ngx_brotli
    # (Debian and Ubuntu: libnginx-mod-http-brotli-static).
    gzip_static on;
    # brotli_static on;
    gzip_vary on;

    # `application/wasm` is among nginx's own types since 1.21.1; before, the program starts a little later.
    charset utf-8;
    charset_types text/plain text/csv application/javascript application/json;

    # nginx has no type for a manifest.
    location ~ \.webmanifest$ {{
        default_type application/manifest+json;
    }}

{all}    add_header Content-Security-Policy $seized_policy;
    add_header Cache-Control $seized_caching;
}}
"#,
        embed = policies.embed,
        file = policies.file,
        hosted = policies.hosted
    )
}

fn caddy(policies: &Policies) -> String {
    let all: String = ALL.iter().map(|(name, value)| format!("\t\t{name} \"{value}\"\n")).collect();
    format!(
        "# For Caddy 2: set the address and the root. The folder may stand under any path below the root.\n\
         :8080 {{\n\troot * /srv/seized\n\tfile_server {{\n\t\tprecompressed br gzip\n\t}}\n\theader {{\n{all}\t}}\n\
         \t@manifest path *.webmanifest\n\theader @manifest Content-Type application/manifest+json\n\
         \t@asked not path_regexp /(assets|fonts)/\n\theader @asked Cache-Control \"{SHORTLY}\"\n\
         \t@kept path_regexp /(assets|fonts)/\n\theader @kept Cache-Control \"{FOREVER}\"\n\
         \t@embed path_regexp /embed/.+/(index\\.html)?$\n\theader @embed Content-Security-Policy \"{embed}\"\n\
         \t@file path_regexp /seized\\.html$\n\theader @file Content-Security-Policy \"{file}\"\n\
         \t@page {{\n\t\tpath_regexp /(index\\.html)?$\n\t\tnot path_regexp /embed/\n\t}}\n\theader @page Content-Security-Policy \"{hosted}\"\n}}\n",
        embed = policies.embed,
        file = policies.file,
        hosted = policies.hosted
    )
}

fn apache(policies: &Policies) -> String {
    let all: String = ALL.iter().map(|(name, value)| format!("Header set {name} \"{value}\"\n")).collect();
    let packed = |coding: &str, end: &str| {
        format!(
            "RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b\nRewriteCond %{{REQUEST_FILENAME}}\\.{end} -f\n\
             RewriteRule ^(.+)$ $1.{end} [L]\n\
             <FilesMatch \"\\.{end}$\">\n  RemoveLanguage .{end}\n  RemoveType .{end}\n  Header set Content-Encoding {coding}\n  Header append Vary Accept-Encoding\n</FilesMatch>\n"
        )
    };
    let types = [("html", "text/html"), ("js", "text/javascript"), ("json", "application/json"), ("csv", "text/csv")];
    let more = [
        ("wasm", "application/wasm"),
        ("svg", "image/svg+xml"),
        ("txt", "text/plain"),
        ("xml", "application/xml"),
        ("webmanifest", "application/manifest+json"),
    ];
    let types: String = types
        .iter()
        .chain(&more)
        .map(|(end, kind)| format!("<FilesMatch \"\\.{end}(\\.(br|gz))?$\">\n  ForceType {kind}\n</FilesMatch>\n"))
        .collect();
    format!(
        "# For Apache 2.4 with mod_headers, mod_rewrite and mod_dir: as .htaccess in this folder, where AllowOverride is\n\
         # FileInfo, or inside its <Directory>. The folder may stand under any path.\n\
         DirectoryIndex index.html\nAddDefaultCharset utf-8\n{types}RewriteEngine on\n\
         RewriteCond %{{REQUEST_FILENAME}}index.html -f\nRewriteRule ^(.*/)?$ $1index.html\n{}{}\
         {all}Header set Cache-Control \"{SHORTLY}\"\n\
         <If \"%{{REQUEST_URI}} =~ m#/(assets|fonts)/#\">\n  Header set Cache-Control \"{FOREVER}\"\n</If>\n\
         <If \"%{{REQUEST_URI}} =~ m#/embed/.+/(index\\.html(\\.(br|gz))?)?$#\">\n  Header set Content-Security-Policy \"{embed}\"\n</If>\n\
         <ElseIf \"%{{REQUEST_URI}} =~ m#/seized\\.html(\\.(br|gz))?$#\">\n  Header set Content-Security-Policy \"{file}\"\n</ElseIf>\n\
         <ElseIf \"%{{REQUEST_URI}} =~ m#/(index\\.html(\\.(br|gz))?)?$#\">\n  Header set Content-Security-Policy \"{hosted}\"\n</ElseIf>\n",
        packed("br", "br"),
        packed("gzip", "gz"),
        embed = policies.embed,
        file = policies.file,
        hosted = policies.hosted
    )
}
