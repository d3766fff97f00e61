//! The stages of `cargo xtask test`.

use {
    super::{Test, jobs},
    crate::{project, tally::Tally},
    anyhow::Result,
};

pub struct Stage {
    pub name: &'static str,
    pub title: &'static str,
    /// Stages without which this one makes no sense.
    pub needs: &'static [&'static str],
    pub run: fn(&Test, &mut Tally) -> Result<()>,
}

pub const STAGES: &[Stage] = &[
    Stage { name: "check", title: "formatting, lints, pure layers", needs: &[], run: jobs::check },
    Stage { name: "native", title: "tests without a browser", needs: &[], run: jobs::native },
    Stage { name: "javascript", title: "tests of the build scripts", needs: &[], run: jobs::javascript },
    Stage {
        name: "browsers",
        title: "Chromium, Firefox, WebKit, their drivers, and nginx",
        needs: &[],
        run: jobs::browsers,
    },
    Stage { name: "build", title: "the site, as released", needs: &[], run: jobs::build_site },
    Stage { name: "lints", title: "lints of what only a browser runs", needs: &["build"], run: jobs::lints },
    Stage { name: "rebuild", title: "the site again, with other data", needs: &["build"], run: jobs::rebuild },
    Stage { name: "browser", title: "the site in real browsers", needs: &["build", "browsers"], run: jobs::browser },
    Stage { name: "load", title: "the site under load", needs: &["build", "browsers"], run: jobs::load },
    Stage { name: "verify", title: "the site twice, to the byte", needs: &["build"], run: jobs::verify },
    Stage { name: "licences", title: "licences and origins of all crates", needs: &[], run: jobs::licences },
    Stage { name: "budgets", title: "what a reader downloads", needs: &["build"], run: jobs::budgets },
];

/// Whether a stage runs, given what was asked for.
pub fn is_wanted(stage: &Stage, wanted: &Test) -> bool {
    match &wanted.only {
        Some(only) if only == stage.name => true,
        Some(only) => {
            let needed = STAGES.iter().any(|other| other.name == only && other.needs.contains(&stage.name));
            needed && (stage.name != "build" || project::is_stale(&project::dist()))
        }
        // What is only for before a release.
        None if ["load", "verify", "licences"].contains(&stage.name) => wanted.all,
        None => wanted.filter.is_none() || !["check", "lints", "budgets"].contains(&stage.name),
    }
}
