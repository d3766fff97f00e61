//! What a host needs to serve the folder well: headers for static hosts and a snippet for nginx.

use crate::{Fault, read, save};
use std::path::Path;

/// Headers that every page gets; each page carries its own content security policy besides.
const PAGES: [(&str, &str); 2] = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")];
/// Pages are asked for again soon. Not in `_headers`, whose rules add up: two would be sent for an asset.
const SHORTLY: &str = "public, max-age=300, must-revalidate";
/// Files whose names change with their content are kept for good.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Writes `_headers` and `nginx.conf.example`, and the notices that go with the files.
pub fn write(root: &Path, dist: &Path) -> Result<(), Fault> {
    let pages: String = PAGES.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let kept = format!("/assets/*\n  Cache-Control: {FOREVER}\n/fonts/*\n  Cache-Control: {FOREVER}\n");
    save(&dist.join("_headers"), format!("/*\n{pages}{kept}"))?;
    let pages = PAGES.iter().chain(&[("Cache-Control", SHORTLY)]);
    let pages: String = pages.map(|(name, value)| format!("    add_header {name} \"{value}\";\n")).collect();
    let nginx = format!(
        "# Put into a server block; the folder may stand under any path.\n\
         location / {{\n    gzip_static on;\n    brotli_static on; # with ngx_brotli\n    types {{ application/wasm wasm; }}\n{pages}}}\n\
         location ~ /(assets|fonts)/ {{\n    gzip_static on;\n    brotli_static on;\n    add_header Cache-Control \"{FOREVER}\";\n\
         \x20   add_header X-Content-Type-Options nosniff;\n}}\n"
    );
    save(&dist.join("nginx.conf.example"), nginx)?;
    for notice in ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-DATA.md"] {
        save(&dist.join("licences").join(notice), read(&root.join(notice))?)?;
    }
    Ok(())
}
