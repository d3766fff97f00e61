//! Draws under the reader's assumptions: how many times supply grew, from little to much, and the closed form over them.

use super::look;
use crate::chart::svg::{At, Size, open, put_mark, put_words};
use crate::model::supply::{BARS, DRAWS, Of};
use crate::text::fact::{Facts, times};
use crate::text::render::plain;
use crate::text::{Words, key};
use std::fmt::Write as _;

/// Room for the words above, for the scale and its name below.
const ABOVE: f64 = 46.0;
const BELOW: f64 = 46.0;
/// Powers of ten on the scale, and where it begins for synthetics and for all drugs.
const POWERS: f64 = 9.0;
const FROM: [f64; 2] = [-3.0, -5.0];
/// A point is drawn so wide.
const LEAST: f64 = 4.0;

pub(super) fn draw(facts: &Facts<'_>, words: &Words, size: Size) -> String {
    let (Some(drawn), Some(growth)) = (facts.drawn(), facts.outcome("iceberg.growth")) else { return String::new() };
    let supply = &facts.choices.supply;
    let (from, step) = if supply.of == Of::Synthetics { (FROM[0], 3) } else { (FROM[1], 2) };
    let edge = 6.0;
    let scale = (size.width - 2.0 * edge) / POWERS;
    let x = |power: f64| edge + (power - from) * scale;
    let (foot, one) = (size.height - BELOW, x(0.0));
    let middle = x(growth.result.value.0.log10());
    // From the middle to the last draw on either side: two spreads.
    let reach = (2.0 * supply.factor().log10() * scale).max(LEAST / 2.0);
    let (left, bar) = (middle - reach, 2.0 * reach / BARS as f64);
    let mut svg = open("draws", "draws", size);
    // The triangle's peak, in draws a bar: all of them over half its foot.
    let most = f64::from(DRAWS) * 2.0 / BARS as f64;
    let tall = (foot - ABOVE) * 0.94;
    let mut parts = [String::new(), String::new()];
    for (place, count) in drawn.bars.iter().enumerate() {
        let (begin, end) = (left + place as f64 * bar, left + (place + 1) as f64 * bar);
        let height = f64::from(*count) / most * tall;
        // What lies on both sides of 1 is cut there.
        for (part, (begin, end)) in parts.iter_mut().zip([(begin, end.min(one)), (begin.max(one), end)]) {
            if end > begin {
                let _ = write!(part, "M{} {}V{}H{}V{}z", At(begin), At(foot), At(foot - height), At(end), At(foot));
            }
        }
    }
    put_mark(&mut svg, "rest", "iceberg.low", &parts[0], words.plain(key::iceberg::CHART_FELL));
    put_mark(&mut svg, look(facts), "iceberg.above.drawn", &parts[1], words.plain(key::iceberg::CHART_GREW));
    let form = format!(
        "M{} {foot}L{} {}L{} {foot}",
        At(left),
        At(middle),
        At(foot - tall),
        At(left + 2.0 * reach),
        foot = At(foot)
    );
    put_mark(&mut svg, "form", "iceberg.above", &form, words.plain(key::iceberg::CHART_FORM));
    let _ = write!(svg, "<path class=\"water\" d=\"M0 {foot}H{}\"/>", At(size.width), foot = At(foot));
    let _ = write!(svg, "<path class=\"one\" d=\"M{} {}V{}\"/>", At(one), At(6.0), At(foot));
    let tick = format!("M{} {}v7", At(middle), At(foot));
    put_mark(&mut svg, "form", "iceberg.growth", &tick, &plain(facts, words, key::iceberg::CHART_GROWTH));
    // On the narrowest screens every other one has room.
    let step = if size.width < 330.0 { step * 2 } else { step };
    for power in (from as i32..=(from + POWERS) as i32).filter(|power| power % step == 0) {
        let place = x(f64::from(power));
        let anchor = match place {
            place if place < 40.0 => "start",
            place if place > size.width - 40.0 => "end",
            _ => "middle",
        };
        let said = times(10_f64.powi(power), &words.numbers);
        put_words(&mut svg, "tick", (place, foot + 21.0), anchor, &said);
    }
    put_words(
        &mut svg,
        "name",
        (size.width / 2.0, size.height - 5.0),
        "middle",
        &plain(facts, words, key::iceberg::CHART_AXIS),
    );
    put_words(&mut svg, "tick", (one - 8.0, 15.0), "end", words.plain(key::iceberg::CHART_FELL));
    put_words(&mut svg, "tick", (one + 8.0, 15.0), "start", words.plain(key::iceberg::CHART_GREW));
    put_words(&mut svg, "total", (one + 8.0, 34.0), "start", &plain(facts, words, key::iceberg::CHART_ABOVE));
    svg + "</svg>"
}
