//! Runs the tasks that effects are: soon after what caused them, or within an event that will not wait.
//!
//! Leptos's own executor runs them in microtasks. Firefox prints before these get a turn, and so does every browser that
//! a script tells to print: what paper shows has to be made while `beforeprint` is heard.

use super::dom::{callback, window};
use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use std::cell::RefCell;
use std::sync::Arc;
use std::task::{Context, Wake, Waker};

thread_local! {
    /// Tasks by their number; one that runs is not in its place.
    static TASKS: RefCell<Vec<Option<PinnedLocalFuture<()>>>> = const { RefCell::new(Vec::new()) };
    /// The numbers of those that are to run, in order.
    static DUE: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
    static CALL: js_sys::Function = callback(Box::new(|_| run()));
}

/// Takes the place of Leptos's executor; to be called before anything is hydrated.
pub fn begin() {
    let _ = Executor::init_custom_executor(Browser);
}

/// Runs what is due, and what becomes due by that.
pub fn run() {
    loop {
        let due = DUE.take();
        if due.is_empty() {
            return;
        }
        for number in due {
            let Some(mut task) = TASKS.with_borrow_mut(|tasks| tasks[number].take()) else { continue };
            let waker = Waker::from(Arc::new(Number(number)));
            if task.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() {
                TASKS.with_borrow_mut(|tasks| tasks[number] = Some(task));
            }
        }
    }
}

/// Has a task run in the next microtask.
fn call(number: usize) {
    DUE.with_borrow_mut(|due| {
        if due.is_empty() {
            CALL.with(|call| window().queue_microtask(call));
        }
        due.push(number);
    });
}

/// The number of a task, which wakes it.
struct Number(usize);

impl Wake for Number {
    fn wake(self: Arc<Self>) {
        call(self.0);
    }
}

struct Browser;

impl CustomExecutor for Browser {
    fn spawn(&self, task: PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        call(TASKS.with_borrow_mut(|tasks| {
            tasks.push(Some(task));
            tasks.len() - 1
        }));
    }

    fn poll_local(&self) {
        run();
    }
}
