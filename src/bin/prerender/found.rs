//! What lets the site be found and kept: `robots.txt`, `sitemap.xml` where it knows its address, and the manifest of each
//! language, by which systems install it.

use crate::{Fault, cards, languages, save};
use seized::text::render::escape;
use seized::text::{LANGUAGES, Words, key};
use serde_json::json;
use std::path::Path;

/// Everything that stands once for all languages.
pub fn write(dist: &Path, address: Option<&str>) -> Result<(), Fault> {
    let sitemap = address.map(|address| format!("Sitemap: {address}sitemap.xml\n")).unwrap_or_default();
    save(&dist.join("robots.txt"), format!("User-agent: *\nAllow: /\n{sitemap}"))?;
    address.map_or(Ok(()), |address| save(&dist.join("sitemap.xml"), site(address)))
}

/// The pages of all languages, each with the others. Embeds are parts of them and not to be found.
fn site(address: &str) -> String {
    let address = escape(address);
    let url = |language: &str| format!("{address}{}", languages::url(language));
    let link = |tag: &str, language: &str| {
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>", url(language))
    };
    let each = LANGUAGES.iter().map(|language| link(language, language));
    let others: String = each.chain([link("x-default", LANGUAGES[0])]).collect();
    let page = |language: &&str| format!("<url><loc>{}</loc>{others}</url>\n", url(language));
    let pages: String = LANGUAGES.iter().map(page).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{pages}</urlset>\n"
    )
}

/// The manifest of a language, beside its page; its paths are relative to it.
pub fn manifest(dist: &Path, words: &Words, colour: &str) -> Result<(), Fault> {
    let home = languages::home(&words.language);
    let base = crate::page::up(&home);
    let icon = |(name, size, _): &(&str, u32, f64)| {
        let purpose = if name.ends_with("maskable") { "maskable" } else { "any" };
        json!({ "src": format!("{base}icons/{name}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose })
    };
    let drawn = json!({ "src": format!("{base}icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any" });
    let icons: Vec<_> = [drawn].into_iter().chain(cards::ICONS.iter().map(icon)).collect();
    let manifest = json!({
        "name": format!("{}: {}", words.plain(key::page::TITLE), words.plain(key::page::DEK)),
        "short_name": words.plain(key::page::TITLE), "description": words.plain(key::page::DESCRIPTION),
        "lang": words.language, "start_url": "./", "scope": "./", "display": "minimal-ui",
        "background_color": colour, "theme_color": colour, "icons": icons,
    });
    save(&dist.join(home).join("seized.webmanifest"), manifest.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_has_each_language_with_all_others() {
        let map = site("https://example.org/a&b/");
        assert_eq!(map.matches("<url>").count(), LANGUAGES.len());
        assert_eq!(map.matches("<xhtml:link").count(), LANGUAGES.len() * (LANGUAGES.len() + 1));
        assert!(map.contains("<loc>https://example.org/a&amp;b/ru/</loc>"), "{map}");
        assert!(map.contains("hreflang=\"x-default\" href=\"https://example.org/a&amp;b/\""), "{map}");
    }

    #[test]
    fn only_a_site_that_knows_its_address_has_a_sitemap() {
        let dist = tempfile::tempdir().unwrap();
        write(dist.path(), None).unwrap();
        assert!(!dist.path().join("sitemap.xml").exists());
        write(dist.path(), Some("https://example.org/")).unwrap();
        let robots = std::fs::read_to_string(dist.path().join("robots.txt")).unwrap();
        assert!(robots.ends_with("Sitemap: https://example.org/sitemap.xml\n"), "{robots}");
    }
}
