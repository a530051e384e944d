//! A page that is handed to somebody as a sealed file: a container of its own, which nothing links to the journal
//! (FORMAT 8).

use vault::{
    BackupAbout, BackupWriter, Codec, Cost, DeviceId, LineageId, Passphrase, Random as _, Record, RecordId,
    Version, VersionClock, Way,
};

use crate::{
    host::Host,
    new_passphrase::NewPassphrase,
    protocol::{Bytes, Failure, SecretBytes},
    service::Keeper,
};

/// The kind of a page (FORMAT 4). No journal holds one.
const DOCUMENT: u8 = 34;
const SCHEMA: u16 = 1;
/// Bytes of padding written at once.
const PADDING: usize = 64 * 1024;

impl<H: Host> Keeper<H> {
    /// The container of one page, which opens by the passphrase alone. Everything in it is drawn anew.
    pub(crate) async fn seal_document(
        &self,
        number: u32,
        page: String,
        passphrase: SecretBytes,
    ) -> Result<Bytes, Failure> {
        self.opened()?;
        if page.len() > Record::MAX_BODY {
            return Err(Failure::EntryTooLong { bytes: page.len() as u32, limit: Record::MAX_BODY as u32 });
        }
        // EXPOSE: the bytes pass into the vault's own type, which wipes them.
        let passphrase = Passphrase::from_nfc_bytes(passphrase.expose_into())?;
        let NewPassphrase { secret, kdf, .. } =
            self.new_passphrase(number, &passphrase, Cost::STANDARD).await?;
        let (mut id, mut device) = ([0; 16], [0; 8]);
        self.random().fill(&mut id)?;
        self.random().fill(&mut device)?;
        let made_at_ms = self.host.now_ms();
        let version = Version {
            codec: Codec::Raw,
            schema: SCHEMA,
            deleted: false,
            changed_at_ms: made_at_ms,
            clock: VersionClock::default().bumped(DeviceId::from_bytes(device)),
            body: page.into_bytes(),
        };
        let record = Record { kind: DOCUMENT, versions: vec![version] };
        let about =
            BackupAbout { lineage_id: LineageId::from_bytes([0; 16]), sequence: 0, made_at_ms, records: 1 };
        let key = secret.backup_key();
        let mut out = Vec::new();
        let written =
            BackupWriter::begin(kdf, &[key.of_way(Way::Passphrase)], &about, &mut self.random(), &mut out);
        let mut writer = written.map_err(|_| Failure::RandomnessUnavailable)?;
        writer
            .push(RecordId::from_bytes(id), &record, &mut out)
            .map_err(|_| Failure::RandomnessUnavailable)?;
        while !writer.finish(PADDING, &mut out) {
            self.host.let_others_run().await;
        }
        Ok(Bytes(out))
    }
}
