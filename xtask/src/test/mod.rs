//! `cargo xtask test`: every proof, in order, and one summary.

mod jobs;
mod stages;

use {
    crate::tally::Tally,
    anyhow::{Result, bail},
    stages::STAGES,
    std::time::{Duration, Instant},
};

/// Which tests to run. The default is all stages without the ignored tests.
#[derive(Clone, Debug, Default)]
pub struct Test {
    /// Ignored tests too.
    pub all: bool,
    /// This stage alone (after a build, if it needs one and there is none).
    pub only: Option<String>,
    /// Only tests whose names contain this, and no stage that is not tests.
    pub filter: Option<String>,
}

/// How a stage ended.
enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

/// Runs the stages; a failed one stops only those that need it. Prints a summary that ends with
/// the line `N passed, N failed`. False if anything failed.
///
/// A stage that fails without a failed test (a lint, a build) counts as one failure.
///
/// # Errors
/// There is no stage of the name asked for.
pub fn test(wanted: &Test) -> Result<bool> {
    let known: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
    if let Some(only) = wanted.only.as_ref().filter(|only| !known.contains(&only.as_str())) {
        bail!("no stage `{only}`; there are {}", known.join(", "));
    }
    let mut total = Tally::default();
    let mut ended: Vec<(&str, Duration, Outcome)> = Vec::new();
    for stage in STAGES.iter().filter(|stage| stages::is_wanted(stage, wanted)) {
        println!("\n━━ {}: {}", stage.name, stage.title);
        let failed =
            |need: &&&str| ended.iter().any(|(name, _, outcome)| name == *need && !matches!(outcome, Outcome::Passed));
        if let Some(need) = stage.needs.iter().find(failed) {
            println!("Skipped: {need} failed.");
            ended.push((stage.name, Duration::ZERO, Outcome::Skipped(format!("{need} failed"))));
            continue;
        }
        let begin = Instant::now();
        let mut tally = Tally::default();
        let outcome = match (stage.run)(wanted, &mut tally) {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                eprintln!("{} failed: {error:#}", stage.name);
                tally.failed = tally.failed.max(1);
                Outcome::Failed(format!("{error:#}"))
            }
        };
        total += tally;
        ended.push((stage.name, begin.elapsed(), outcome));
    }
    println!("\n━━ summary");
    for (name, time, outcome) in &ended {
        let said = match outcome {
            Outcome::Passed => "ok".into(),
            Outcome::Failed(why) => format!("FAILED: {}", why.lines().next().unwrap_or("")),
            Outcome::Skipped(why) => format!("SKIPPED: {why}"),
        };
        println!("{name:<12} {:>7.1} s  {said}", time.as_secs_f64());
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    Ok(ended.iter().all(|(_, _, outcome)| matches!(outcome, Outcome::Passed)))
}
