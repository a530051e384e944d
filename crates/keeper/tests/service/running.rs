//! Running futures to their end without a runtime.

use std::{
    future::Future,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

/// Runs one future to its end.
pub fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    for _ in 0..10_000_000 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
    panic!("the future never ends");
}

/// Runs some futures to their ends, going on with any of them in an order that `seed` decides.
pub fn run_mixed(seed: u64, mut futures: Vec<Pin<Box<dyn Future<Output = ()> + '_>>>) {
    let mut state = seed;
    for _ in 0..100_000_000_u64 {
        if futures.is_empty() {
            return;
        }
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = (state >> 33) as usize % futures.len();
        if futures[at].as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
            drop(futures.swap_remove(at));
        }
    }
    panic!("the futures never end");
}

/// Lets the others run once.
pub async fn pause() {
    let mut paused = false;
    std::future::poll_fn(
        |_| if std::mem::replace(&mut paused, true) { Poll::Ready(()) } else { Poll::Pending },
    )
    .await;
}
