//! What only a site that knows its address can say: oEmbed, and canonical links in full.

use crate::Fault;
use crate::embed::Piece;
use crate::heights::WIDTHS;
use crate::languages;
use crate::page::Site;
use seized::text::key;
use seized::text::render::escape;
use serde_json::json;

/// The address as links begin with it: of a folder, with its slash.
pub fn address(url: &str) -> Result<String, Fault> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let strange = |letter: char| letter.is_whitespace() || letter.is_control() || "\"<>?#\\".contains(letter);
    if rest.is_empty() || rest.starts_with('/') || rest.contains(strange) {
        return Err(format!("`{url}` is not the address of a folder: expected https://HOST/PATH/"));
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

impl Site<'_> {
    /// The canonical link of a page whose story is at `home`, relative to it; with the site's address, that in full, and
    /// where the oEmbed of `piece` is found.
    pub fn links(&self, home: &str, piece: Piece) -> String {
        let Some(address) = self.address else {
            return format!("<link rel=\"canonical\" href=\"{home}\">");
        };
        let language = self.home_url();
        let anchor = home.trim_start_matches("../");
        let title = escape(&self.title_of(piece));
        format!(
            "<link rel=\"canonical\" href=\"{address}{language}{anchor}\"><meta property=\"og:url\" content=\"{address}{language}{anchor}\">\
             <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}{language}embed/{}/oembed.json\" title=\"{title}\">",
            piece.name()
        )
    }

    /// The oEmbed of a piece, of type `rich`; none where the site does not know its address.
    pub fn oembed(&self, piece: Piece) -> Option<String> {
        let address = self.address?;
        let (width, height) = (WIDTHS[0], self.heights_of(piece)[0]);
        // Light, as most pages are that it will stand in.
        let src = format!("{address}{}embed/{}/?theme=light", self.home_url(), piece.name());
        let title = self.title_of(piece);
        let html = frame(&src, &escape(&title), &height.to_string());
        let oembed = json!({ "version": "1.0", "type": "rich", "provider_name": self.words.plain(key::page::TITLE),
            "provider_url": address, "title": title, "html": html, "width": width, "height": height });
        Some(oembed.to_string())
    }

    fn home_url(&self) -> String {
        languages::url(&self.words.language)
    }
}

/// The code of a frame. No `style`, which many systems take away; what opens from it is not in its sandbox.
pub fn frame(src: &str, title: &str, height: &str) -> String {
    format!(
        "<iframe src=\"{src}\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>"
    )
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_that_of_a_folder() {
        assert_eq!(address("https://example.org/seized"), Ok("https://example.org/seized/".to_owned()));
        assert_eq!(address("http://localhost:8080/"), Ok("http://localhost:8080/".to_owned()));
        for wrong in
            ["", "example.org", "https://", "https:///x", "ftp://example.org/", "https://a/\">", "https://a/?b"]
        {
            assert!(address(wrong).is_err(), "{wrong}");
        }
    }
}
