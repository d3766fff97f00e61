//! Puts a page together: the template, its head, its body, its policy.

use crate::assets::{Asset, Assets};
use crate::{Fault, policy, read};
use seized::browser::Shape;
use seized::data::{Correction, Dataset};
use seized::model::Results;
use seized::story::Section;
use seized::text::render::escape;
use seized::text::{Words, key};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;

/// What the pages of one language are made of.
pub struct Site<'a> {
    /// The project.
    pub root: &'a Path,
    /// The dataset.
    pub data: &'a Dataset,
    /// What the model makes of it.
    pub results: &'a Results,
    /// What had to be corrected, latest first.
    pub corrections: &'a [Correction],
    /// The language's words.
    pub words: &'a Words,
    /// How long it takes to read, in minutes; known once the pages are written.
    pub minutes: usize,
    /// Shared files.
    pub assets: &'a Assets,
    /// Still forms by figure.
    pub stills: &'a HashMap<&'static str, String>,
}

/// What differs between the shapes of a page.
pub struct Parts {
    /// `<meta>` and `<link>` of the page.
    pub meta: String,
    /// Rules before the shared style sheet.
    pub fonts: String,
    /// What the loader is told.
    pub page: Value,
    /// Data blocks: id, MIME type, content.
    pub blocks: Vec<(&'static str, &'static str, String)>,
    /// Sections from here on.
    pub body: String,
}

/// Without a program, controls that cannot work are not shown.
const WITHOUT_PROGRAM: &str = ".controls,.stepper,.live{display:none}";

/// What fills squares that have no colour of their own, once for all drawings of a page.
const PATTERNS: &str = "<svg class=\"patterns\" aria-hidden=\"true\" focusable=\"false\"><defs>\
<pattern id=\"hatch\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<rect width=\"4\" height=\"4\" fill=\"var(--paper)\"/><path d=\"M1 0V4\" stroke=\"var(--ink)\" stroke-width=\"1.6\"/></pattern>\
<pattern id=\"dots\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"4\" height=\"4\" fill=\"var(--rule)\"/><circle cx=\"2\" cy=\"2\" r=\"1.2\" fill=\"var(--ink)\"/></pattern></defs></svg>";

impl Site<'_> {
    /// The whole explainer, to be hosted under any path.
    pub fn story(&self, home: &Path) -> Result<String, Fault> {
        let base = up(home);
        let whole = |asset: &Asset| json!([format!("{base}{}", asset.path), policy::integrity(&asset.bytes)]);
        let url = |asset: &Asset| format!("{base}{}", asset.path);
        let assets = self.assets;
        let page = json!({ "shape": "story", "glue": whole(&assets.glue), "charts": whole(&assets.charts),
            "wasm": url(&assets.wasm), "data": url(&assets.data), "words": url(&assets.words) });
        let body = self.whole(Some(&base))? + &self.footer(Some(&base), "");
        let icon = format!("<link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\">");
        let meta = self.meta(&self.sentence(key::page::TITLE), &icon) + &self.linked_data();
        let parts = Parts { meta, fonts: assets.fonts.rules(Some(&base)), page, blocks: Vec::new(), body };
        self.assemble(&parts, policy::hosted, &[])
    }

    /// One section in somebody else's page: thin, and without anything that a sandbox forbids.
    pub fn embed(&self, path: &Path, section: &'static Section) -> Result<String, Fault> {
        let base = up(path);
        let url = |asset: &Asset| json!([format!("{base}{}", asset.path)]);
        let assets = self.assets;
        let page = json!({ "shape": "embed", "glue": url(&assets.glue), "charts": url(&assets.charts),
            "wasmScript": url(&assets.wasm_script), "fontScript": url(&assets.font_script) });
        let home = format!("{base}#{}", section.id);
        let link = format!(
            "<p class=\"whole\"><a href=\"{home}\" target=\"_blank\" rel=\"noopener\">{}</a> <span class=\"address\">{} \
             <span class=\"url\" data-absolute=\"{home}\"></span></span></p>",
            self.plain(key::page::FULL_STORY),
            self.plain(key::page::FULL_STORY_AT)
        );
        let body = self.notices()
            + &format!("<main class=\"embed\">{}</main>{}", self.written(Shape::Embed, &[section])?, self.card()?)
            + &self.footer(None, &link)
            + "<div class=\"sentinels\" aria-hidden=\"true\"></div>";
        let title = format!("{}: {}", self.sentence(section.title), self.sentence(key::page::TITLE));
        let meta = self.meta(
            &title,
            &format!("<meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"{home}\">"),
        );
        let text = |asset: &Asset| String::from_utf8_lossy(&asset.bytes).into_owned();
        let blocks = vec![
            ("seized-data", "application/json", text(&assets.data)),
            ("seized-words", "application/json", text(&assets.words)),
        ];
        let parts = Parts { meta, fonts: assets.fonts.rules(None), page, blocks, body };
        self.assemble(&parts, policy::sandboxed, &[])
    }

    /// The template with its slots filled; `scripts` are hashes beyond the loader's.
    pub fn assemble(
        &self,
        parts: &Parts,
        rule: fn(&[String], &[String]) -> String,
        scripts: &[String],
    ) -> Result<String, Fault> {
        let style = format!("{}{}", parts.fonts, self.assets.style);
        let loader = &self.assets.loader;
        let mut allowed = vec![policy::hash(loader)];
        allowed.extend_from_slice(scripts);
        let policy = rule(&allowed, &[policy::hash(&style), policy::hash(WITHOUT_PROGRAM)]);
        let head = format!("{}<style>{style}</style><noscript><style>{WITHOUT_PROGRAM}</style></noscript>", parts.meta);
        let block = |(id, kind, content): &(&str, &str, String)| {
            format!("<script type=\"{kind}\" id=\"{id}\">{}</script>", content.replace("</", "<\\/"))
        };
        let blocks: String = parts.blocks.iter().map(block).collect();
        let page = block(&("seized-page", "application/json", parts.page.to_string()));
        let body = format!("{PATTERNS}{}{page}{blocks}<script>{loader}</script>", parts.body);
        let template = template(&read(&self.root.join("index.html"))?);
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", escape(&policy));
        Ok(fill(
            &template,
            &[("language", &self.words.language), ("policy", &policy), ("head", &head), ("body", &body)],
        ))
    }

    /// What search engines and link previews read.
    pub fn meta(&self, title: &str, more: &str) -> String {
        let (title, dek) = (escape(title), self.plain(key::page::DEK));
        let description = self.plain(key::page::DESCRIPTION);
        format!(
            "<title>{title} – {dek}</title><meta name=\"description\" content=\"{description}\">\
             <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{description}\">\
             <meta property=\"og:type\" content=\"article\"><meta name=\"twitter:card\" content=\"summary\">{more}"
        )
    }

    fn linked_data(&self) -> String {
        let (title, about) = (self.words.plain(key::page::TITLE), self.words.plain(key::page::DESCRIPTION));
        let files = ["data/figures.csv", "data/sources.csv"];
        let files: Vec<_> = files
            .iter()
            .map(|file| json!({ "@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": file }))
            .collect();
        let article = json!({ "@context": "https://schema.org", "@type": "Article", "headline": title, "description": about,
            "inLanguage": self.words.language, "isBasedOn": { "@type": "Dataset", "name": title, "description": about, "distribution": files } });
        format!("<script type=\"application/ld+json\">{}</script>", article.to_string().replace("</", "<\\/"))
    }
}

/// The way up from a page's folder to the top of the site.
fn up(path: &Path) -> String {
    "../".repeat(path.components().count())
}

/// The project's `index.html` without what is Trunk's.
fn template(html: &str) -> String {
    let (before, rest) = html.split_once("<!-- What follows is Trunk's").unwrap_or((html, ""));
    let after = rest.split_once("<!-- Trunk's end. -->").map_or("", |(_, after)| after);
    format!("{before}{}", after.trim_start())
}

/// Fills `{{slots}}` in one pass, so that nothing filled in is taken for a slot.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut page = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        page.push_str(before);
        page.push_str(value);
        rest = after;
    }
    page + rest
}
