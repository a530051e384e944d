//! Long work in slices of 8 ms, so that requests are answered between.

use crate::host::Host;

/// Work without letting others run, ms.
const SLICE_MS: u64 = 8;

/// The slice that is running.
pub(crate) struct Slice<'a, H> {
    host: &'a H,
    began_ms: u64,
}

impl<'a, H: Host> Slice<'a, H> {
    pub(crate) fn begin(host: &'a H) -> Self {
        Self { host, began_ms: host.now_ms() }
    }

    /// Lets others run when the slice is over; says whether it was.
    pub(crate) async fn rest(&mut self) -> bool {
        let over = self.host.now_ms().abs_diff(self.began_ms) >= SLICE_MS;
        if over {
            self.host.let_others_run().await;
            self.began_ms = self.host.now_ms();
        }
        over
    }
}
