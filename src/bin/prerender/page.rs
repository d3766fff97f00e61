//! Puts a page together: the template, its head, its body, its policy.

use crate::assets::{Asset, Assets, Faces, Tables};
use crate::body::Kind;
use crate::embed::Piece;
use crate::heights::Heights;
use crate::worker::WORKER;
use crate::{Fault, cards, method, policy, read};
use seized::data::{Correction, Dataset};
use seized::draw::page_patterns;
use seized::model::Results;
use seized::text::render::{ACTIVE, escape};
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
    /// The words of every language, the first one's first.
    pub languages: &'a [Words],
    /// How long it takes to read, in minutes; known once the pages are written.
    pub minutes: usize,
    /// Shared files.
    pub assets: &'a Assets,
    /// The language's own.
    pub tables: &'a Tables,
    /// Still forms by figure.
    pub stills: &'a HashMap<&'static str, String>,
    /// How high embeds are.
    pub heights: &'a Heights,
    /// The folder of the language's pages, below the site's.
    pub home: &'a Path,
    /// Where the site will be hosted, where that is known.
    pub address: Option<&'a str>,
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
    /// Who scrolls, in pages for frames.
    pub scrolls: &'static str,
}

/// Without a program, controls that cannot work are not shown, and a line says so; and as nothing will change a figure, it
/// does not stay while steps pass, these need no room to pass, and all of a figure alone are there at once. A style sheet
/// that every page is loaded with and `js/theme.js` switches off before anything is painted: a copy that somebody saved of
/// the running page, whose scripts are gone, has it again.
const WITHOUT_PROGRAM: &str = ".controls,.stepper,.share,.beside,[data-help],.progress,.newer,dialog{display:none!important}\
.notice.static{display:block}.figure{position:relative!important}.step:nth-child(n){margin-block:0 1.5rem!important}\
[data-shape=figure] .step{grid-area:auto!important;visibility:visible!important}";

impl Site<'_> {
    /// The whole explainer, to be hosted under any path.
    pub fn story(&self) -> Result<String, Fault> {
        let base = up(self.home);
        let whole = |asset: &Asset| json!([format!("{base}{}", asset.path), policy::integrity(&asset.bytes)]);
        let assets = self.assets;
        let page = json!({ "shape": Kind::Hosted.shape().name(), "version": self.version(), "lost": self.words.plain(key::embed::LOST), "saved": self.words.plain(key::take::DONE_ROWS), "glue": whole(&assets.glue), "charts": whole(&assets.charts),
            "embed": whole(&assets.embed), "take": whole(&self.tables.take), "offline": whole(&assets.offline), "worker": format!("{base}{WORKER}"), "wasm": whole(&assets.wasm), "data": whole(&self.tables.data), "words": whole(&self.tables.words) });
        let share = format!(
            "<p class=\"share\"><button type=\"button\" data-embed=\"story\">{}</button></p>",
            self.plain(key::embed::OPEN_STORY)
        );
        let body = self.whole(Kind::Hosted, &base)? + &self.footer(Kind::Hosted, &base, &share);
        let icon = format!(
            "<link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\"><link rel=\"apple-touch-icon\" href=\"{base}icons/icon-180.png\">\
             <link rel=\"manifest\" href=\"seized.webmanifest\">"
        );
        let links = self.address.map_or_else(String::new, |_| self.links("", Piece::Story));
        let meta = self.meta(Piece::Story, Some(&base), &(icon + &links + &self.alternates())) + &self.linked_data()?;
        let parts = Parts { meta, fonts: assets.fonts.rules(Some(&base)), page, blocks: Vec::new(), body, scrolls: "" };
        self.assemble(&parts, policy::hosted, &[])
    }

    /// The fonts of the language's letters.
    pub fn faces(&self) -> &Faces {
        let is_cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
        let [latin, all] = &self.assets.faces;
        if self.words.all().any(|(_, _, text)| text.contains(is_cyrillic)) { all } else { latin }
    }

    /// What the console says of a page that fails.
    pub fn version(&self) -> String {
        self.assets.version()
    }

    /// The template with its slots filled; `scripts` are hashes beyond the loader's.
    pub fn assemble(
        &self,
        parts: &Parts,
        rule: fn(&[String], &[String]) -> String,
        scripts: &[String],
    ) -> Result<String, Fault> {
        // An archive (MHTML) has no style sheet that was off, and no scripts.
        let unscripted = format!("@media (scripting:none){{{WITHOUT_PROGRAM}}}");
        let style = format!("{}{}{unscripted}", parts.fonts, self.assets.style);
        let (theme, loader) = (&self.assets.theme, &self.assets.loader);
        let mut allowed = vec![policy::hash(theme), policy::hash(loader)];
        allowed.extend_from_slice(scripts);
        let policy = rule(&allowed, &[policy::hash(&style), policy::hash(WITHOUT_PROGRAM)]);
        let head = format!(
            "<style id=\"without-program\">{WITHOUT_PROGRAM}</style><script>{theme}</script>{}<style>{style}</style>",
            parts.meta
        );
        let block = |(id, kind, content): &(&str, &str, String)| {
            format!("<script type=\"{kind}\" id=\"{id}\">{}</script>", content.replace("</", "<\\/"))
        };
        let blocks: String = parts.blocks.iter().map(block).collect();
        let page = block(&("seized-page", "application/json", parts.page.to_string()));
        // Once for all drawings of the page.
        let patterns = page_patterns();
        let patterns = format!("<svg class=\"patterns\" aria-hidden=\"true\" focusable=\"false\">{patterns}</svg>");
        // Until the program answers, a number is words.
        let shown = parts.body.replace(ACTIVE, "");
        let body = format!("{patterns}{shown}{page}{blocks}<script>{loader}</script>");
        let template = template(&read(&self.root.join("index.html"))?);
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", escape(&policy));
        let scrolls = match parts.scrolls {
            "" => String::new(),
            who => format!(" data-scroll=\"{who}\""),
        };
        let slots = [
            ("language", &*self.words.language),
            ("scrolls", &scrolls),
            ("policy", &policy),
            ("head", &head),
            ("body", &body),
        ];
        Ok(fill(&template, &slots))
    }

    /// What search engines and link previews read.
    /// Where the site's files lie below `base`, a picture of the piece goes with it.
    pub fn meta(&self, piece: Piece, base: Option<&str>, more: &str) -> String {
        let (title, description) = (escape(&self.title_of(piece)), escape(&self.about(piece)));
        let card = base.map(|base| self.picture(piece, base)).unwrap_or_default();
        format!(
            "<title>{title}</title><meta name=\"description\" content=\"{description}\">\
             <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{description}\">\
             <meta property=\"og:type\" content=\"article\"><meta property=\"og:site_name\" content=\"{}\">{card}{more}",
            self.plain(key::page::TITLE)
        )
    }

    /// The card that a link to the piece is shown with, in full where the site knows its address.
    fn picture(&self, piece: Piece, base: &str) -> String {
        let [width, height] = cards::SIZE;
        let (path, alt) = (self.card_path(piece), escape(&self.title_of(piece)));
        format!(
            "<meta property=\"og:image\" content=\"{}{path}\"><meta property=\"og:image:alt\" content=\"{alt}\">\
             <meta property=\"og:image:width\" content=\"{width}\"><meta property=\"og:image:height\" content=\"{height}\">\
             <meta name=\"twitter:card\" content=\"summary_large_image\">",
            self.address.unwrap_or(base)
        )
    }

    /// Article and dataset, as search engines read them.
    fn linked_data(&self) -> Result<String, Fault> {
        let (title, about) = (self.words.plain(key::page::TITLE), self.words.plain(key::page::DESCRIPTION));
        let base = self.address.map_or_else(|| up(self.home), str::to_owned);
        let file = |(path, kind): (&str, &str)| json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{base}{path}") });
        let files = [
            ("data/figures.csv", "text/csv"),
            ("data/sources.csv", "text/csv"),
            ("data/dataset.json", "application/json"),
        ];
        let licence = format!("{base}licences/LICENSE-DATA.md");
        let years = self.data.figures().iter().filter_map(|figure| figure.period.year()).map(|year| year.0);
        let (first, last) = (years.clone().min().unwrap_or_default(), years.max().unwrap_or_default());
        let dataset = json!({ "@type": "Dataset", "name": format!("{title}: {}", self.words.plain(key::page::DATA_FIGURES)),
            "description": about, "license": licence, "isAccessibleForFree": true, "temporalCoverage": format!("{first}/{last}"), "spatialCoverage": self.words.name("Kazakhstan"),
            "creator": { "@type": "Organization", "name": title }, "version": method::fingerprint(self.data, self.words)?,
            "distribution": files.map(file) });
        let article = json!({ "@context": "https://schema.org", "@type": "Article", "headline": title, "description": about,
            "alternativeHeadline": self.words.plain(key::page::DEK), "inLanguage": self.words.language, "isAccessibleForFree": true,
            "image": format!("{base}{}", self.card_path(Piece::Story)), "publisher": { "@type": "Organization", "name": title },
            "isBasedOn": dataset });
        Ok(format!("<script type=\"application/ld+json\">{}</script>", article.to_string().replace("</", "<\\/")))
    }
}

/// The way up from a page's folder to the top of the site.
pub fn up(path: &Path) -> String {
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
