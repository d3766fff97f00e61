//! In every kind of page that newsrooms frame us in: nothing fails, every step is reached, the frame is as high as its
//! content, and nothing is said while nothing changes.
//!
//! The pages are [`pages`]; [`witness`] keeps what went wrong in them, [`stage`] shows them, and [`reads`] goes through
//! them all by [`steps`]. [`synced`] and [`versions`] are about our own script for hosts; [`hostile`] sends what is
//! [`near`] to valid.

mod hostile;
mod near;
pub mod pages;
mod reads;
pub mod stage;
pub mod steps;
mod synced;
mod versions;
mod witness;
