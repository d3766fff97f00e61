//! Section `method`: sources, conventions, checks, limits, terms, how to cite, corrections. Written once with the page:
//! nothing in it moves, so it is no part of the program.

use crate::body::Kind;
use crate::page::Site;
use crate::{Fault, policy, read};
use seized::data::{Check, Correction, Dataset, Source};
use seized::story::SECTIONS;
use seized::text::fact::check_short;
use seized::text::render::{escape, source_link};
use seized::text::{Key, Words, key, provenance};
use serde_json::Value;

/// What a source may say, and what its figure then stands for.
const CONVENTION: [(Key, Key); 7] = [
    (key::method::EXACT_COUNT_WORD, key::method::EXACT_COUNT),
    (key::method::EXACT_WORD, key::method::EXACT),
    (key::method::ABOUT_WORD, key::method::ABOUT),
    (key::method::ALMOST_WORD, key::method::ALMOST),
    (key::method::MORE_THAN_WORD, key::method::MORE_THAN),
    (key::method::AT_LEAST_WORD, key::method::AT_LEAST),
    (key::method::UP_TO_WORD, key::method::UP_TO),
];

const LIMITS: [Key; 6] = [
    key::method::LIMIT_SEIZURES,
    key::method::LIMIT_RULES,
    key::method::LIMIT_COPY,
    key::method::LIMIT_MISSING,
    key::method::LIMIT_EXCERPTS,
    key::method::LIMIT_TABLE,
];

/// The section; `base` leads to the dataset's files.
pub fn section(site: &Site<'_>, kind: Kind, base: &str) -> Result<String, Fault> {
    let p = |key: Key| format!("<p>{}</p>", site.html(key));
    let h = |key: Key| format!("<h3>{}</h3>", site.plain(key));
    let limits: String = LIMITS.iter().map(|key| format!("<li>{}</li>", site.html(*key))).collect();
    let parts = [
        h(key::method::DATA_TITLE) + &p(key::method::DATA) + &site.files(kind, base),
        h(key::method::CONVENTION_TITLE) + &p(key::method::CONVENTION) + &convention(site),
        p(key::method::DERIVED) + &p(key::method::SCOPE),
        h(key::method::CHECKS_TITLE) + &p(key::method::CHECKS) + &checks(site),
        h(key::method::LIMITS_TITLE) + &format!("<ul>{limits}</ul>"),
        h(key::method::TERMS_TITLE) + &p(key::method::TERMS),
        h(key::method::BROWSERS_TITLE) + &browsers(site)?,
        h(key::method::SOURCES_TITLE) + &p(key::method::SOURCES) + &sources(site, kind),
        h(key::method::CITE_TITLE)
            + &format!("<p class=\"cite\">{}</p>", site.html(key::method::CITE))
            + &citation(site)?,
        h(key::method::CORRECTIONS_TITLE) + &p(key::method::CORRECTIONS) + &corrections(site.words, site.corrections),
    ];
    Ok(format!(
        "<section id=\"method\" class=\"section method\" data-chapter=\"6\" aria-labelledby=\"method-title\"><div class=\"prose\">\
         <p class=\"chapter\">{}</p><h2 id=\"method-title\">{}</h2><p class=\"standfirst\">{}</p>{}</div></section>",
        site.plain(key::method::CHAPTER),
        site.plain(key::method::TITLE),
        site.plain(key::method::STANDFIRST),
        parts.concat()
    ))
}

fn table(head: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let head: String = head.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    let rows: String = rows
        .map(|row| {
            let cells: String = row.iter().skip(1).map(|cell| format!("<td>{cell}</td>")).collect();
            format!("<tr><th scope=\"row\">{}</th>{cells}</tr>", row.first().map_or("", String::as_str))
        })
        .collect();
    format!(
        "<div class=\"rows\" tabindex=\"0\"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
}

fn convention(site: &Site<'_>) -> String {
    let head = [key::method::CONVENTION_WORD, key::method::CONVENTION_MEANS].map(|key| site.plain(key));
    table(&head, CONVENTION.iter().map(|(word, means)| vec![site.plain(*word), site.plain(*means)]))
}

fn checks(site: &Site<'_>) -> String {
    let head = [key::method::CHECKS_WORD, key::method::CHECKS_COUNT, key::method::CHECKS_MEANS];
    let row = |check: &Check| {
        let count = site.data.figures().iter().filter(|figure| figure.check == *check).count();
        let (word, means) = (check_short(*check), provenance::check(*check));
        vec![site.plain(word), site.words.numbers.fixed(count as f64, 0), site.plain(means)]
    };
    table(&head.map(|key| site.plain(key)), Check::ALL.iter().map(row))
}

/// Sources that no section lists under its figure. Notes are in the file of sources and on cards; only the page that has
/// no file beside it repeats them.
fn sources(site: &Site<'_>, kind: Kind) -> String {
    let listed = |source: &&Source| SECTIONS.iter().any(|section| section.sources.contains(&source.id.as_str()));
    let mut rest: Vec<&Source> = site.data.sources().iter().filter(|source| !listed(source)).collect();
    rest.sort_by_key(|source| (source.publisher.to_lowercase(), source.id.clone()));
    let item = |source| format!("<li>{}</li>", source_html(source, kind == Kind::File));
    let items: String = rest.into_iter().map(item).collect();
    let title = site.html(key::method::SOURCES_REST);
    format!("<details class=\"all-sources\"><summary>{title}</summary><ul lang=\"en\">{items}</ul></details>")
}

/// A source as it is cited, its address as text too.
fn source_html(source: &Source, noted: bool) -> String {
    let [publisher, title, date, note] =
        [&source.publisher, &source.title, &source.date, &source.note].map(|text| escape(text));
    let note = if !noted || note.is_empty() { String::new() } else { format!(" <small>{note}</small>") };
    let (language, kind) = (source.language.as_str(), source.kind.as_str());
    format!("{publisher}, <cite>{title}</cite>, {date} ({language}, {kind}). {}{note}", source_link(&source.url))
}

/// The oldest browsers that the site is made for, as the file has them that tools read, too.
fn browsers(site: &Site<'_>) -> Result<String, Fault> {
    let package: Value =
        serde_json::from_str(&read(&site.root.join("package.json"))?).map_err(|error| error.to_string())?;
    let listed = package["browserslist"].as_array().ok_or("package.json has no browserslist")?;
    let name = |browser: &Value| {
        let (name, version) = browser.as_str()?.split_once(' ')?;
        let engine = [("chrome", "Chromium"), ("firefox", "Firefox"), ("safari", "Safari")]
            .into_iter()
            .find(|known| known.0 == name)?
            .1;
        Some(format!("{engine} {version}"))
    };
    let names: Option<Vec<String>> = listed.iter().map(name).collect();
    let names = names.ok_or("package.json: browserslist has another form")?.join(", ");
    let names = format!("<span lang=\"en\">{names}</span>");
    Ok(format!("<p class=\"browsers\">{}</p>", site.html(key::method::BROWSERS).replace("[browsers]", &names)))
}

/// What to write under a quotation: title, edition, and which state of the dataset it was.
fn citation(site: &Site<'_>) -> Result<String, Fault> {
    let (title, dek) = (site.plain(key::page::TITLE), site.plain(key::page::DEK));
    let edition = escape(&site.sentence(key::method::CITE_EDITION));
    let fingerprint = escape(&fingerprint(site.data, site.words)?);
    let build = escape(&build(site.words, &site.tables.build));
    Ok(format!("<p class=\"citation\">{title}: {dek}. {edition}; {build}; {fingerprint}.</p>"))
}

/// Which build it is, in words.
pub fn build(words: &Words, fingerprint: &str) -> String {
    format!("{} {fingerprint}", words.plain(key::method::CITE_BUILD))
}

/// Which state of the dataset it is, in words.
pub fn fingerprint(data: &Dataset, words: &Words) -> Result<String, Fault> {
    let (figures, sources) = data.rows(data.figures().iter().map(|figure| figure.id.as_str()));
    let rows = serde_json::to_vec(&(figures, sources)).map_err(|error| error.to_string())?;
    Ok(format!("{} {}", words.plain(key::method::CITE_FINGERPRINT), policy::short(&rows)))
}

/// The log of corrections, latest first.
fn corrections(words: &Words, corrections: &[Correction]) -> String {
    let plain = |key| escape(words.plain(key));
    if corrections.is_empty() {
        return format!("<p class=\"no-corrections\">{}</p>", plain(key::method::CORRECTIONS_NONE));
    }
    let head = [
        key::method::CORRECTIONS_DATE,
        key::method::CORRECTIONS_WHAT,
        key::method::CORRECTIONS_WAS,
        key::method::CORRECTIONS_IS,
        key::method::CORRECTIONS_WHY,
    ];
    let row = |row: &Correction| {
        let day = row.date.to_string();
        let day = format!("<time datetime=\"{day}\">{day}</time>");
        [day].into_iter().chain([&row.what, &row.was, &row.is, &row.why].map(|text| escape(text))).collect()
    };
    table(&head.map(plain), corrections.iter().map(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_shows_each_correction_and_says_when_there_is_none() {
        let words = Words::from_toml("en", include_str!("../../text/en.toml")).expect("words");
        assert!(corrections(&words, &[]).contains("Nothing had to be corrected so far."));
        let rows = "date,what,was,is,why\n2026-12-02,plants,2.3 t,2.4 t,\"a slip: 3 < 4\"\n2026-12-01,a,b,c,d\n";
        let html = corrections(&words, &Correction::from_csv(rows).expect("two rows"));
        assert_eq!(html.matches("<tr>").count(), 3);
        assert!(html.contains(
            "<time datetime=\"2026-12-02\">2026-12-02</time></th><td>plants</td><td>2.3 t</td><td>2.4 t</td>"
        ));
        assert!(html.contains("a slip: 3 &lt; 4") && !html.contains("Nothing had"), "{html}");
    }
}
