//! What stands around the sections of the whole page: masthead, contents, findings, the bar of progress.

use crate::help;
use crate::page::Site;
use seized::story::closing::{FINDINGS, Finding};
use seized::story::{SECTIONS, Section};
use seized::text::key;
use seized::text::render::escape;

/// Words that a reader takes in a minute, of prose with numbers in it.
const PACE: usize = 200;

/// The last chapter of the argument.
const ARGUMENT: u8 = 4;

/// Minutes to read some HTML, at least one. What stands in tables and lists of sources is not read through.
pub fn minutes(html: &str) -> usize {
    let (mut words, mut skipped) = (0, 0_usize);
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        match tag.split([' ', '/']).next().unwrap_or_default() {
            "details" | "svg" => skipped += 1,
            "" if tag == "/details" || tag == "/svg" => skipped = skipped.saturating_sub(1),
            _ => {}
        }
        if skipped == 0 {
            words += text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
        }
    }
    words.div_ceil(PACE).max(1)
}

/// Past the opening, for whoever comes by keyboard.
pub fn skip(site: &Site<'_>) -> String {
    let (skip, keys) = (site.plain(key::page::SKIP), help::opener(site, " class=\"skip\""));
    format!("<a class=\"skip\" href=\"#contents\">{skip}</a>{keys}")
}

/// Title, dek, edition and how long it takes.
pub fn masthead(site: &Site<'_>) -> String {
    let minutes = site.words.sentence(key::page::MINUTES, |_| Some(site.minutes));
    let minutes = minutes.replace("{page.minutes}", &site.words.numbers.fixed(site.minutes as f64, 0));
    format!(
        "<h1>{}</h1><p class=\"dek\">{}</p><p class=\"edition\">{}. {}.</p>",
        site.plain(key::page::TITLE),
        site.plain(key::page::DEK),
        escape(&site.sentence(key::page::EDITION)),
        escape(&minutes)
    )
}

/// The map of the argument: every chapter with its questions, and what each is about.
pub fn contents(site: &Site<'_>) -> String {
    let question = |section: &&Section| {
        let (title, about) = (escape(&site.sentence(section.title)), site.html(section.standfirst));
        format!("<li><a href=\"#{}\">{title}</a> <span>{about}</span></li>", section.id)
    };
    let chapters = SECTIONS.chunk_by(|one, next| one.chapter == next.chapter).filter(|chapter| chapter[0].chapter > 0);
    let list: String = chapters
        .map(|sections| {
            let (title, questions) = (site.plain(sections[0].chapter_title), sections.iter().map(question));
            format!("<li><span class=\"chapter\">{title}</span><ul>{}</ul></li>", questions.collect::<String>())
        })
        .collect();
    let more = [("closing", key::closing::TITLE), ("method", key::page::TO_METHOD)];
    let more: String =
        more.iter().map(|(id, key)| format!("<li><a href=\"#{id}\">{}</a></li>", site.plain(*key))).collect();
    format!(
        "<nav id=\"contents\" class=\"prose contents\" aria-labelledby=\"contents-title\">\
         <h2 id=\"contents-title\">{}</h2><ol>{list}{more}</ol></nav>",
        site.plain(key::page::CONTENTS)
    )
}

/// The findings, each with an empty place for what the reader said; the program fills it.
pub fn closing(site: &Site<'_>) -> String {
    let item = |finding: &Finding| {
        let title = SECTIONS.iter().find(|section| section.id == finding.section).map(|section| section.title);
        let title = title.map(|title| escape(&site.sentence(title))).unwrap_or_default();
        let (link, says) = (finding.section, site.heading(finding.says));
        format!("<li><p>{says}</p><p class=\"own\" hidden></p><a href=\"#{link}\">{title}</a></li>")
    };
    let items: String = FINDINGS.iter().map(item).collect();
    format!(
        "<section id=\"closing\" class=\"prose closing\" aria-labelledby=\"closing-title\">\
         <h2 id=\"closing-title\">{}</h2><p class=\"standfirst\">{}</p><ol>{items}</ol></section>",
        site.plain(key::closing::TITLE),
        site.plain(key::closing::STANDFIRST),
    )
}

/// A thin bar that says how far one has come; the program moves it.
pub const PROGRESS: &str = "<div class=\"progress\" aria-hidden=\"true\"><i></i></div>";

/// How many sections make the argument; what comes after the findings are appendix and tools.
pub fn argument() -> usize {
    SECTIONS.iter().take_while(|section| section.chapter <= ARGUMENT).count()
}
