//! The page's typeface: its rules, its files, its bytes.

use crate::assets::bytes;
use crate::{Fault, read, save};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use std::path::Path;

/// The typeface's files, regular and semibold, as `fonts.mjs` takes them.
pub const SOURCES: [&str; 2] = [
    "node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
    "node_modules/@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
];

/// Holds the widths that drawings reckon with against the typeface's own.
pub fn check_widths(root: &Path) -> Result<(), Fault> {
    let files = [bytes(&root.join(SOURCES[0]))?, bytes(&root.join(SOURCES[1]))?];
    let face = |bytes| ttf_parser::Face::parse(bytes, 0).map_err(|error| error.to_string());
    let faces = [face(&files[0][..])?, face(&files[1][..])?];
    for (letter, regular, semibold) in seized::draw::font::table() {
        for (face, known) in faces.iter().zip([regular, semibold]) {
            let own = face.glyph_index(*letter).and_then(|glyph| face.glyph_hor_advance(glyph));
            let own = own.ok_or_else(|| format!("the typeface has no `{letter}`"))?;
            if u32::from(own) * 1000 / u32::from(face.units_per_em()) != u32::from(*known) {
                return Err(format!(
                    "src/draw/widths.rs: `{letter}` is {own} of {} wide, not {known}",
                    face.units_per_em()
                ));
            }
        }
    }
    Ok(())
}

/// What `fonts.mjs` says about the fonts it made.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Fonts {
    family: String,
    stack: Vec<String>,
    licence: String,
    files: Vec<Face>,
    fallbacks: Vec<Fallback>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Face {
    file: String,
    script: String,
    weight: u32,
    style: String,
    unicode_range: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Fallback {
    family: String,
    local: String,
    weight: u32,
    style: String,
    unicode_range: String,
    size_adjust: String,
    ascent_override: String,
    descent_override: String,
    line_gap_override: String,
}

impl Fonts {
    /// `@font-face` rules: the fallbacks of equal metrics, and the fonts themselves by their address below `base`.
    pub fn rules(&self, base: Option<&str>) -> String {
        let fallback = |face: &Fallback| {
            format!(
                "@font-face{{font-family:\"{}\";src:local(\"{}\");font-weight:{};font-style:{};unicode-range:{};size-adjust:{};\
                 ascent-override:{};descent-override:{};line-gap-override:{}}}",
                face.family,
                face.local,
                face.weight,
                face.style,
                face.unicode_range,
                face.size_adjust,
                face.ascent_override,
                face.descent_override,
                face.line_gap_override
            )
        };
        let face = |face: &Face, base: &str| {
            format!(
                "@font-face{{font-family:\"{}\";src:url({base}fonts/{}) format(\"woff2\");font-weight:{};font-style:{};\
                 font-display:swap;unicode-range:{}}}",
                self.family, face.file, face.weight, face.style, face.unicode_range
            )
        };
        let families: Vec<String> = self.stack.iter().map(|family| format!("\"{family}\"")).collect();
        let fallbacks: String = self.fallbacks.iter().map(fallback).collect();
        let faces: String =
            base.map_or_else(String::new, |base| self.files.iter().map(|file| face(file, base)).collect());
        format!("{fallbacks}{faces}:root{{--serif:{},serif}}", families.join(","))
    }

    /// Puts the font files and their licence into `dist`.
    pub fn save(&self, root: &Path, made: &Path, dist: &Path) -> Result<(), Fault> {
        for face in &self.files {
            save(&dist.join("fonts").join(&face.file), bytes(&made.join(&face.file))?)?;
        }
        save(&dist.join("fonts/LICENCE.txt"), read(&root.join(&self.licence))?)
    }

    /// The font files by their paths in `dist`.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        self.files.iter().map(|face| format!("fonts/{}", face.file))
    }

    /// The faces of some scripts with their bytes, for `FontFace`.
    pub fn faces(&self, made: &Path, scripts: &[&str]) -> Result<String, Fault> {
        let wanted = self.files.iter().filter(|face| scripts.contains(&&*face.script));
        let faces = wanted.map(|face| {
            Ok(serde_json::json!({
                "family": self.family,
                "data": STANDARD.encode(bytes(&made.join(&face.file))?),
                "weight": face.weight.to_string(),
                "style": face.style,
                "unicodeRange": face.unicode_range,
            }))
        });
        let faces: Vec<_> = faces.collect::<Result<_, Fault>>()?;
        serde_json::to_string(&faces).map_err(|error| error.to_string())
    }
}
