//! Public vectors (to come).
