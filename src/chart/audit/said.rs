//! The words of each claim, in the order of [`CLAIMS`](crate::model::audit::CLAIMS).

use crate::text::{Key, key::audit};

/// How a claim is told.
pub(super) struct Said {
    /// What it is about.
    pub(super) about: Key,
    /// What the report says of that.
    pub(super) label: Key,
    /// What else was published; nothing where nothing can be held against it.
    pub(super) against: &'static [Key],
    /// Why nothing can, in a word or two.
    pub(super) short: Key,
    /// The verdict's reason, in a sentence.
    pub(super) why: Key,
}

const fn said(about: Key, label: Key, against: &'static [Key], short: Key, why: Key) -> Said {
    Said { about, label, against, short, why }
}

/// One a claim.
pub(super) const SAID: [Said; crate::model::audit::CLAIMS.len()] = [
    said(
        audit::ABOUT_DOUBLED,
        audit::CLAIM_DOUBLED,
        &[audit::WITH_TIMES, audit::WITH_LABEL],
        audit::WHY_DOUBLED,
        audit::WHY_DOUBLED,
    ),
    said(
        audit::ABOUT_BEFORE,
        audit::CLAIM_BEFORE,
        &[audit::WITH_SUM, audit::WITH_PROSECUTOR],
        audit::WHY_BEFORE,
        audit::WHY_BEFORE,
    ),
    said(audit::ABOUT_AFTER, audit::CLAIM_AFTER, &[audit::WITH_PRESIDENT], audit::WHY_AFTER, audit::WHY_AFTER),
    said(audit::ABOUT_LABS, audit::CLAIM_LABS, &[audit::WITH_DEPUTY], audit::WHY_LABS, audit::WHY_LABS),
    said(
        audit::ABOUT_LABS_BEFORE,
        audit::CLAIM_LABS_BEFORE,
        &[audit::WITH_MINISTER],
        audit::WHY_LABS_BEFORE,
        audit::WHY_LABS_BEFORE,
    ),
    said(audit::ABOUT_LIST_BEFORE, audit::CLAIM_LIST_BEFORE, &[], audit::SHORT_NO_COUNT, audit::WHY_LIST_BEFORE),
    said(audit::ABOUT_LIST_AFTER, audit::CLAIM_LIST_AFTER, &[], audit::SHORT_OTHER_THING, audit::WHY_LIST_AFTER),
    said(
        audit::ABOUT_MULTIPLE,
        audit::CLAIM_MULTIPLE,
        &[audit::WITH_QUOTIENT],
        audit::WHY_MULTIPLE,
        audit::WHY_MULTIPLE,
    ),
    said(
        audit::ABOUT_SYNTHETICS_BEFORE,
        audit::CLAIM_SYNTHETICS_BEFORE,
        &[],
        audit::SHORT_OTHER_MONTHS,
        audit::WHY_SYNTHETICS_BEFORE,
    ),
    said(
        audit::ABOUT_SYNTHETICS,
        audit::CLAIM_SYNTHETICS,
        &[audit::WITH_DEPUTY_T],
        audit::WHY_SYNTHETICS,
        audit::WHY_SYNTHETICS,
    ),
    said(audit::ABOUT_SHARE, audit::CLAIM_SHARE, &[audit::WITH_PERCENT], audit::WHY_SHARE, audit::WHY_SHARE),
    said(audit::ABOUT_SITES, audit::CLAIM_SITES, &[], audit::SHORT_OPEN, audit::WHY_SITES),
    said(audit::ABOUT_SHOPS, audit::CLAIM_SHOPS, &[], audit::SHORT_NO_COUNT, audit::WHY_SHOPS),
    said(audit::ABOUT_INGREDIENTS, audit::CLAIM_INGREDIENTS, &[], audit::SHORT_OPEN, audit::WHY_INGREDIENTS),
    said(audit::ABOUT_PRODUCT, audit::CLAIM_PRODUCT, &[], audit::SHORT_OTHER_CASE, audit::WHY_PRODUCT),
    said(audit::ABOUT_GROWTH, audit::CLAIM_GROWTH, &[], audit::SHORT_NO_YEAR, audit::WHY_GROWTH),
    said(audit::ABOUT_OFFENCES, audit::CLAIM_OFFENCES, &[], audit::SHORT_OPEN, audit::WHY_OFFENCES),
    said(audit::ABOUT_DETAINED, audit::CLAIM_DETAINED, &[], audit::SHORT_NO_COUNT, audit::WHY_DETAINED),
];
