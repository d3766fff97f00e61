//! The colours that a drawing may use, by what they mean. In a page each is a variable of the style sheet; a picture that
//! stands alone has them written in.

/// A colour of the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Words, and the mark that the sentence is about.
    Ink,
    /// Words that explain.
    Soft,
    /// Marks that give the context.
    Quiet,
    /// Marks behind those.
    Pale,
    /// Lines that part.
    Rule,
    /// The ground.
    Paper,
    /// Synthetics, and nothing else.
    Accent,
    /// What the reader said.
    Guess,
    /// Cannabis herb.
    Herb,
}

impl Colour {
    /// All of them, in the order of a [`Palette`].
    pub const ALL: [Self; 9] = [
        Self::Ink,
        Self::Soft,
        Self::Quiet,
        Self::Pale,
        Self::Rule,
        Self::Paper,
        Self::Accent,
        Self::Guess,
        Self::Herb,
    ];

    /// The name of its variable in the style sheet, without the dashes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Soft => "soft",
            Self::Quiet => "quiet",
            Self::Pale => "pale",
            Self::Rule => "rule",
            Self::Paper => "paper",
            Self::Accent => "accent",
            Self::Guess => "guess",
            Self::Herb => "herb",
        }
    }
}

/// What each colour is in one scheme, as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette([[u8; 3]; Colour::ALL.len()]);

impl Palette {
    /// The palette by what the style sheet has for each variable; `None` where a colour is missing or no `#rrggbb`.
    pub fn new(value: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let mut colours = [[0; 3]; Colour::ALL.len()];
        for colour in Colour::ALL {
            colours[colour as usize] = parse(value(colour.name())?.trim())?;
        }
        Some(Self(colours))
    }

    /// A colour as `#rrggbb`.
    #[must_use]
    pub fn hex(&self, colour: Colour) -> String {
        hex(self.0[colour as usize])
    }

    /// A share of a colour over the ground, from 0 (the ground) to 1, as an opaque `#rrggbb`: other programs read
    /// transparent fills in ways of their own.
    #[must_use]
    pub fn faint(&self, colour: Colour, share: f64) -> String {
        let (over, under) = (self.0[colour as usize], self.0[Colour::Paper as usize]);
        let mut mixed = [0; 3];
        for place in 0..3 {
            let part = f64::from(over[place]) * share + f64::from(under[place]) * (1.0 - share);
            mixed[place] = part.round() as u8;
        }
        hex(mixed)
    }
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// `#rrggbb`, and nothing else.
fn parse(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_palette_has_every_colour() {
        let palette = Palette::new(|name| Some(if name == "paper" { "#ffffff" } else { " #000000 " }.to_owned()));
        let palette = palette.unwrap();
        assert_eq!(palette.hex(Colour::Ink), "#000000");
        assert_eq!(palette.faint(Colour::Ink, 0.5), "#808080");
        assert_eq!(Palette::new(|name| (name != "herb").then(|| "#123456".to_owned())), None);
        assert_eq!(Palette::new(|_| Some("light-dark(#123456, #654321)".to_owned())), None);
    }
}
