//! The median of seven native derivations at the standard cost, as a figure for `cargo xtask bench`.
//!
//! `cargo run --release -p vault --example derive`

use std::time::Instant;
use vault::{Cost, KdfParams, Passphrase, derive};

fn main() {
    let passphrase =
        Passphrase::from_nfc_bytes(b"amber bridge cedar delta ember".to_vec()).expect("five words");
    let params = KdfParams { cost: Cost::STANDARD, salt: [7; 16] };
    let mut times: Vec<f64> = (0..7)
        .map(|_| {
            let began = Instant::now();
            derive(&passphrase, &params).expect("64 MiB of memory");
            began.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(r#"{{"what":"Argon2id 64 MiB, 3 passes, native","unit":"ms","value":{:.1}}}"#, times[3]);
}
