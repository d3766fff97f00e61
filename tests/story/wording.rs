//! The rules of wording: what the page never says, in any language, and what each takeaway is.

use crate::stage::{Stage, tell};
use seized::story::SECTIONS;
use std::collections::BTreeSet;

/// Forms that accuse, that promise a measurement, that glorify or instruct, by language; in small letters.
const BANNED: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "falsely",
            "false claim",
            " lied",
            " lying",
            "liar",
            "deceiv",
            "mislead",
            "propaganda",
            "fake",
            "manipulat",
            "chance that supply rose",
            "probability that supply",
            "proves that",
            "we prove",
            "street value",
            "street price",
            "typical dose",
            "safe dose",
            "lethal dose",
            "single dose",
            "high-quality",
            "purity",
            "junkie",
            "addict",
            "drug lord",
            "kingpin",
            "epidemic",
            "flood of",
            "tsunami",
            "war on drugs",
            "record-breaking",
            "whopping",
            "criminals were",
            "arrested for",
        ],
    ),
    (
        "ru",
        &[
            "ложн",
            "ложь",
            "лжёт",
            "лжет",
            "лгал",
            "врёт",
            "врал",
            "обман",
            "вводит в заблуждение",
            "ввёл в заблуждение",
            "пропаганд",
            "фейк",
            "манипул",
            "вероятность того, что предложение",
            "шанс, что предложение",
            "доказывает, что",
            "мы доказали",
            "уличная цена",
            "уличной цен",
            "типичная доза",
            "безопасная доза",
            "смертельная доза",
            "разовая доза",
            "высококачественн",
            "чистот",
            "наркоман",
            "торчок",
            "наркобарон",
            "эпидеми",
            "цунами",
            "война с наркотиками",
            "рекордн",
            "преступники были",
            "арестован",
        ],
    ),
    (
        "kk",
        &[
            "өтірік",
            "жалған",
            "алдау",
            "алдады",
            "алдап",
            "адастыр",
            "үгіт-насихат",
            "фейк",
            "манипуляц",
            "ұсыныстың өсу ықтималдығы",
            "дәлелдейді",
            "дәлелдедік",
            "көше бағасы",
            "әдеттегі доза",
            "қауіпсіз доза",
            "өлімге әкелетін доза",
            "бір реттік доза",
            "жоғары сапалы",
            "тазалығы",
            "нашақор",
            "наркоман",
            "есірткі барон",
            "індет",
            "цунами",
            "есірткіге қарсы соғыс",
            "рекордтық",
            "қылмыскерлер",
            "тұтқындалды",
        ],
    ),
];

/// Names of persons stand nowhere: offices do. These are names that the dataset's sources print.
const NAMES: &[&str] = &["kozhaev", "tokayev", "sadenov", "amirkhan", "kolokoltsev"];

#[test]
fn no_sentence_has_a_banned_form() {
    let stage = Stage::new();
    for words in &stage.languages {
        let banned = BANNED.iter().find(|(language, _)| *language == words.language);
        let (_, banned) = banned.unwrap_or_else(|| panic!("{} has no list of banned forms", words.language));
        for (name, _, sentence) in words.all() {
            // Ids in slots are no words.
            let said: String = sentence.split(['{', '}']).step_by(2).collect::<String>().to_lowercase();
            for form in banned.iter().chain(NAMES) {
                assert!(!said.contains(form), "{}: {name}: “{form}” in “{sentence}”", words.language);
            }
        }
    }
}

/// One sentence, whatever is chosen, and no two that say the same.
#[test]
fn every_takeaway_is_one_sentence_of_its_own() {
    let stage = Stage::new();
    for words in &stage.languages {
        for facts in stage.all_choices() {
            let said: Vec<String> =
                SECTIONS.iter().map(|section| tell(&facts, words, vec![section.takeaway])).collect();
            for takeaway in &said {
                let ends = takeaway.trim_end().match_indices(['.', '!', '?']).filter(|(at, _)| {
                    let after = takeaway[at + 1..].chars().next();
                    after.is_none_or(char::is_whitespace)
                });
                assert_eq!(ends.count(), 1, "{takeaway}");
            }
            assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), SECTIONS.len());
        }
    }
}
