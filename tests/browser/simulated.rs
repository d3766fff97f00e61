//! Simulations give the same numbers in every engine and natively.

use crate::reader::Reader;
use crate::site;
use crate::told::{NATIVE, agrees, section};
use anyhow::{Context, Result, ensure};
use xtask::drivers::Engine;

/// A section, the place of its step, choices, and the slots whose numbers a simulation or draws gave.
const RUNS: [(&str, usize, &str, &[&str]); 4] = [
    ("flow", 2, "", &["flow.lag.mean"]),
    ("flow", 2, "&lag=20&procedure=9&arrivals=100", &["flow.lag.mean", "flow.year.mean"]),
    ("iceberg", 2, "&caught=20", &["iceberg.above"]),
    ("iceberg", 2, "&of=all&caught=8&unsure=5", &["iceberg.above"]),
];

async fn gives_the_native_numbers(engine: Engine) -> Result<()> {
    let server = site::hosted()?;
    let reader = Reader::open(engine).await?;
    for (id, step, choices, slots) in RUNS {
        let query = format!("?step={}{choices}", section(id).step_name(step));
        reader.goto(server.url(&format!("embed/{id}/{query}"))).await?;
        reader.live().await?;
        agrees(&reader, section(id), step, &format!("{engine:?}")).await?;
        let said: String = reader.eval(&format!("document.getElementById('{id}').textContent")).await?;
        for slot in slots {
            let number = NATIVE.facts(&query).number(slot, &NATIVE.words).context(*slot)?.text;
            ensure!(said.contains(&number), "{engine:?}, {query}: {slot} is {number}, which nothing says");
        }
    }
    reader.leave().await
}

in_every_engine! {
    simulations_give_the_native_numbers => gives_the_native_numbers;
}
