//! Owns the root key of a generation and the tree of keys drawn from it. Must not know where ciphertexts rest.
//!
//! ```text
//! RK ── mac    authenticates the header
//!    ├─ rec    boxes of records
//!    ├─ idx    boxes of pages
//!    ├─ root   boxes of the root
//!    ├─ draft  boxes of drafts
//!    └─ inbox  key pair for notes written while locked
//! ```

use core::fmt;

use zeroize::Zeroizing;

use crate::cobblestone::BoxKey;
use crate::expand::ExpandKey;
use crate::identity::VaultId;
use crate::random::{Random, RandomnessUnavailable, draw};

/// RK: 32 random bytes, one for each generation of a journal.
///
/// # Security
/// Wiped on drop, redacted in `Debug`, not `Clone`.
pub struct RootKey(Zeroizing<[u8; 32]>);

impl RootKey {
    /// Draws one.
    ///
    /// # Errors
    /// [`RandomnessUnavailable`] when the generator fails.
    pub fn make(random: &mut dyn Random) -> Result<Self, RandomnessUnavailable> {
        draw(random).map(Self)
    }

    pub(crate) const fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    pub(crate) fn expose_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for RootKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootKey(..)")
    }
}

/// The key tree of one generation of one journal; seals and opens everything that rests.
///
/// # Security
/// Wiped on drop, redacted in `Debug`, not `Clone`.
pub struct VaultKeys {
    vault_id: VaultId,
    generation: u32,
    pub(crate) root_key: RootKey,
    pub(crate) mac: ExpandKey,
    pub(crate) record: BoxKey,
    pub(crate) page: BoxKey,
    pub(crate) root: BoxKey,
    pub(crate) draft: BoxKey,
    pub(crate) inbox: Zeroizing<[u8; 32]>,
}

impl VaultKeys {
    /// The local copy these keys belong to.
    pub const fn vault_id(&self) -> VaultId {
        self.vault_id
    }

    /// The generation these keys belong to; a change of any way in makes the next one.
    pub const fn generation(&self) -> u32 {
        self.generation
    }

    pub(crate) fn derive(vault_id: VaultId, generation: u32, root_key: RootKey) -> Self {
        // EXPOSE: the tree is expanded from the root key and from nothing else.
        let tree = ExpandKey::new(root_key.expose_bytes());
        Self {
            vault_id,
            generation,
            root_key,
            mac: ExpandKey::new(tree.derive_key(b"trestle/v1/mac").as_slice()),
            record: BoxKey::new(&tree.derive_key(b"trestle/v1/rec")),
            page: BoxKey::new(&tree.derive_key(b"trestle/v1/idx")),
            root: BoxKey::new(&tree.derive_key(b"trestle/v1/root")),
            draft: BoxKey::new(&tree.derive_key(b"trestle/v1/draft")),
            inbox: tree.derive_key(b"trestle/v1/inbox"),
        }
    }
}

impl fmt::Debug for VaultKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VaultKeys({:?}, generation {}, ..)", self.vault_id, self.generation)
    }
}
