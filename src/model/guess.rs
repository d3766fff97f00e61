//! What a reader guessed, against what was seized.

/// How far guesses are off on average: the mean of the absolute differences, in the unit of both. `None` without one.
///
/// ```
/// use seized::model::guess::mean_error;
/// assert_eq!(mean_error(&[(20.0, 10.0), (5.0, 10.0)]), Some(7.5));
/// assert_eq!(mean_error(&[]), None);
/// ```
#[must_use]
pub fn mean_error(guessed_and_true: &[(f64, f64)]) -> Option<f64> {
    let sum: f64 = guessed_and_true.iter().map(|(guessed, real)| (guessed - real).abs()).sum();
    let count = u32::try_from(guessed_and_true.len()).ok().filter(|count| *count > 0)?;
    Some(sum / f64::from(count))
}
