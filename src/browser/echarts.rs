//! Our binding of Apache ECharts: SVG only, updates in place, disposes of what it made.
//!
//! charming's own renderer draws on canvas and can neither update in place nor dispose, so we take its option as JSON.

use super::json::{get, parsed, quoted, text};
use crate::chart::Chart;
use crate::data::sort_few;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["globalThis", "seizedECharts"], js_name = init, catch)]
    fn init(element: &HtmlElement) -> Result<Instance, JsValue>;

    type Instance;
    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &Instance, option: &JsValue, how: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
    #[wasm_bindgen(method, js_name = convertFromPixel, catch)]
    fn convert_from_pixel(this: &Instance, of: &str, pixel: &Array) -> Result<Array, JsValue>;
    #[wasm_bindgen(method, js_name = containPixel, catch)]
    fn contain_pixel(this: &Instance, of: &str, pixel: &Array) -> Result<bool, JsValue>;
    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, hear: &Closure<dyn FnMut(JsValue)>);

    /// The loader's word on the console, with the version.
    #[wasm_bindgen(js_namespace = ["globalThis", "seized"], js_name = complain)]
    fn complain(error: &JsValue);
}

/// A chart in an element, disposed of when dropped: ECharts keeps instances of removed elements alive otherwise.
pub(super) struct Drawing {
    instance: Instance,
    heard: Option<Closure<dyn FnMut(JsValue)>>,
}

impl Drawing {
    /// An empty chart in `element`.
    pub(super) fn new(element: &HtmlElement) -> Option<Self> {
        let instance = init(element).inspect_err(complain).ok()?;
        Some(Self { instance, heard: None })
    }

    /// Shows `option`; marks with the same series id and name move to their new place.
    pub(super) fn show(&self, option: &JsValue) -> bool {
        let how = parsed(r#"{"replaceMerge":["series"]}"#);
        self.instance.set_option(option, &how).inspect_err(complain).is_ok()
    }

    /// Takes the size of its element.
    pub(super) fn resize(&self) {
        let _ = self.instance.resize();
    }

    /// The year and the amount at a pixel of its element.
    pub(super) fn at(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let at = self.instance.convert_from_pixel("grid", &Array::of2(&x.into(), &y.into())).ok()?;
        Some((at.get(0).as_f64()?, at.get(1).as_f64()?))
    }

    /// Whether a pixel of its element lies between its axes.
    pub(super) fn has(&self, x: f64, y: f64) -> bool {
        self.instance.contain_pixel("grid", &Array::of2(&x.into(), &y.into())).unwrap_or_default()
    }

    /// Calls `rests` whenever nothing of it moves any more.
    pub(super) fn on_rest(&mut self, mut rests: Box<dyn FnMut()>) {
        let closure = Closure::wrap(Box::new(move |_| rests()) as Box<dyn FnMut(JsValue)>);
        self.instance.on("finished", &closure);
        self.heard = Some(closure);
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        let _ = self.instance.dispose();
    }
}

/// A mark on a chart that stands for a fact.
#[derive(Clone)]
pub(super) struct Mark {
    /// Its place on the axis of years; a year's number is the middle of that year.
    pub(super) year: f64,
    /// Its height.
    pub(super) value: f64,
    /// The fact's id.
    pub(super) fact: String,
}

/// The option of a chart, as ECharts takes it.
pub(super) fn option(chart: &Chart) -> JsValue {
    parsed(&text(chart))
}

/// The marks of an option by the fact each stands for, from left to right.
pub(super) fn marks(option: &JsValue) -> Vec<Mark> {
    let series = Array::from(&get(option, "series")).into_iter().filter(|series| get(series, "label").is_undefined());
    let mark = |item: JsValue| {
        let at = get(&item, "value");
        if !Array::is_array(&at) {
            return None;
        }
        let number = |place| Array::from(&at).get(place).as_f64();
        let fact = get(&item, "name").as_string().filter(|fact| !fact.is_empty())?;
        Some(Mark { year: number(0)?, value: number(1)?, fact })
    };
    // A series that is empty has no data at all.
    let items = series.map(|series| get(&series, "data")).filter(Array::is_array);
    let mut marks: Vec<Mark> = items.flat_map(|data| Array::from(&data).to_vec()).filter_map(mark).collect();
    sort_few(&mut marks, |a, b| (a.year, a.value) < (b.year, b.value));
    marks.dedup_by(|a, b| a.fact == b.fact);
    marks
}

/// The mark that a place on the axes means: of those of the nearest year, unless it is out of `reach`, the lowest that
/// reaches so high. Upon each other, that is the part that the place lies in.
pub(super) fn meant(marks: &[Mark], (year, value): (f64, f64), reach: f64) -> Option<&Mark> {
    let far = |mark: &Mark| (mark.year - year).abs();
    let nearest = marks.iter().map(far).fold(reach, f64::min);
    let mut meant = None;
    for mark in marks.iter().filter(|mark| far(mark) <= nearest) {
        meant = Some(mark);
        if mark.value >= value {
            break;
        }
    }
    meant
}

/// Adds a series that rings a mark and names it; without a mark it is there and empty. charming's scatter can neither
/// be silent nor lie on top.
pub(super) fn add_ring(option: &JsValue, mark: Option<(&Mark, String)>) {
    let item = |(mark, words): (&Mark, String)| {
        format!(r#"{{"value":[{},{}],"name":{}}}"#, text(&mark.year), text(&mark.value), quoted(&words))
    };
    let data = mark.map(item).unwrap_or_default();
    let ring = format!(
        r#"{{"type":"scatter","id":"focus","symbolSize":20,"silent":true,"animation":false,"z":9,"data":[{data}],
        "itemStyle":{{"opacity":1,"color":"transparent","borderColor":"var(--focus)","borderWidth":3}},
        "label":{{"show":true,"position":"top","formatter":"{{b}}","fontSize":14,"color":"var(--ink)",
        "backgroundColor":"var(--paper)","padding":4}}}}"#
    );
    Array::unchecked_from_js(get(option, "series")).push(&parsed(&ring));
}
