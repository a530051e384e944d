//! Proves that everything sealed comes back, and that what is out of range is refused before it is sealed.

use crate::world::*;
use vault::*;

#[test]
fn every_way_in_unlocks_its_slot() {
    let mut random = Fixed::new(1);
    let (header, _) = journal(&mut random);
    let parsed = Header::parse(header.as_bytes()).unwrap();
    for (secret, slot, way) in [(recovery(), 2, Way::Recovery), (derived(9), 5, Way::Passphrase)] {
        let unlocked = parsed.unlock(&secret).unwrap();
        assert_eq!((unlocked.slot, unlocked.way), (slot, way));
        assert_eq!(unlocked.header, header);
    }
    assert_eq!(parsed.unlock(&derived(8)).err(), Some(UnlockError::NoMatch));
    assert_eq!(parsed.unlock(&WaySecret::recovery([0; 20])).err(), Some(UnlockError::NoMatch));
}

#[test]
fn a_passphrase_goes_all_the_way() {
    let mut random = Fixed::new(2);
    let passphrase = Passphrase::from_nfc_bytes(b"correct horse".to_vec()).unwrap();
    let params = KdfParams::make(Cost::READ_MINIMUM, &mut random).unwrap();
    let secret = WaySecret::passphrase(derive(&passphrase, &params).unwrap(), params);
    let vault_id = VaultId::make(&mut random).unwrap();
    let ways = [NewWay { index: 0, secret: &secret }];
    let (header, keys) = make_header(vault_id, 1, 1, params, &ways, &mut random).unwrap();
    let header = Header::parse(header.as_bytes()).unwrap();
    let again = WaySecret::passphrase(derive(&passphrase, &header.kdf()).unwrap(), header.kdf());
    let unlocked = header.unlock(&again).unwrap();
    let id = RecordId::make(&mut random).unwrap();
    let record = record(&mut random, b"{}");
    let row = keys.seal_record(id, &record, &mut random).unwrap();
    assert_eq!(unlocked.keys.open_record(id, row.commitment(), row.as_bytes()), Ok(record));
}

#[test]
fn a_rewrap_keeps_the_other_ways_and_the_keys() {
    let mut random = Fixed::new(3);
    let (header, keys) = journal(&mut random);
    let passkey = WaySecret::passkey(&[4; 32]).unwrap();
    let ways = [NewWay { index: 7, secret: &passkey }];
    let wrapped = rewrap_header(&keys, header.header(), kdf(), &ways, &mut random).unwrap();
    assert_eq!(wrapped.header().sequence(), 2);
    let row = keys.seal_draft(DraftId::from_bytes([1; 16]), b"text", &mut random).unwrap();
    for secret in [passkey, recovery(), derived(9)] {
        let keys = wrapped.header().unlock(&secret).unwrap().keys;
        let opened = keys.open_draft(DraftId::from_bytes([1; 16]), row.commitment(), row.as_bytes());
        assert_eq!(opened.as_deref(), Ok(&b"text"[..]));
    }
}

#[test]
fn a_new_cost_comes_with_a_new_passphrase_slot() {
    let mut random = Fixed::new(4);
    let (header, keys) = journal(&mut random);
    let raised = KdfParams { cost: Cost::STANDARD, salt: [1; 16] };
    let secret = WaySecret::passphrase([7; 32], raised);
    let ways = [NewWay { index: 5, secret: &secret }];
    let wrapped = rewrap_header(&keys, header.header(), raised, &ways, &mut random).unwrap();
    assert!(wrapped.header().unlock(&secret).is_ok());
    assert!(wrapped.header().unlock(&recovery()).is_ok());
    assert_eq!(wrapped.header().unlock(&derived(9)).err(), Some(UnlockError::NoMatch));
}

#[test]
fn everything_sealed_comes_back() {
    let mut random = Fixed::new(5);
    let (header, keys) = journal(&mut random);
    let id = RecordId::make(&mut random).unwrap();
    for len in [0, 1, 900, 1024, 40_000, Record::MAX_BODY] {
        let record = record(&mut random, &vec![b'x'; len]);
        let row = keys.seal_record(id, &record, &mut random).unwrap();
        assert_eq!(row.key(), row.commitment().row_key());
        assert_eq!(keys.open_record(id, row.commitment(), row.as_bytes()), Ok(record));
    }
    for (number, entries) in PageNumber::all().zip([0, 1, 2, 100, 2000]) {
        let page = page(number, entries, &mut random);
        let row = keys.seal_page(number, &page, &mut random).unwrap();
        assert_eq!(keys.open_page(number, row.commitment(), row.as_bytes()), Ok(page));
    }
    let root = root(&mut random);
    let sealed = keys.seal_root(&root, &mut random).unwrap();
    assert_eq!(root_commitment(sealed.as_bytes()), Ok(sealed.commitment()));
    assert_eq!(sealed_generation(sealed.as_bytes()), Ok(1));
    assert_eq!(told(&keys.open_root(sealed.as_bytes()).unwrap()), told(&root));
    assert_eq!(told(&root.duplicate()), told(&root));
    let draft = DraftId::make(&mut random).unwrap();
    for len in [0, 1020, 1021, MAX_DRAFT] {
        let row = keys.seal_draft(draft, &vec![1; len], &mut random).unwrap();
        assert_eq!(keys.open_draft(draft, row.commitment(), row.as_bytes()), Ok(vec![1; len]));
    }
    for text in ["", "Still here.", &"x".repeat(280)] {
        let note = Note { text: text.into(), ..note() };
        let sealed = seal_note(header.header(), &note, &mut random).unwrap();
        assert_eq!(sealed.as_bytes().len(), 1080);
        assert_eq!(keys.open_note(sealed.as_bytes()), Ok(note));
    }
    for state in [WitnessState::Live, WitnessState::Removing] {
        let header = header.header().clone();
        let witness = Witness { state, vault_id: header.vault_id(), sequence: 12, header };
        assert_eq!(Witness::parse(&witness.to_text()), Some(witness));
    }
}

#[test]
fn what_is_out_of_range_is_refused_before_it_is_sealed() {
    let mut random = Fixed::new(6);
    let (header, keys) = journal(&mut random);
    let id = id_on(PageNumber::new(3).unwrap(), &mut random);
    let seal = |record: &Record| keys.seal_record(id, record, &mut Fixed::new(1)).map(drop);
    let bytes = Record::MAX_BODY + 1;
    assert_eq!(seal(&record(&mut random, &vec![0; bytes])), Err(SealError::BodyTooLong { bytes }));
    assert_eq!(seal(&Record { kind: 1, versions: vec![] }), Err(SealError::Form));
    let many = |n| Record { kind: 1, versions: (0..n).map(|_| version(&mut random, b"")).collect() };
    let [most, too_many] = [255, 256].map(many);
    assert_eq!(seal(&most), Ok(()));
    assert_eq!(seal(&too_many), Err(SealError::Form));

    let number = PageNumber::new(3).unwrap();
    let seal = |entry: PageEntry, number| {
        keys.seal_page(number, &Page::from_entries(vec![entry]), &mut Fixed::new(1)).map(drop)
    };
    let fits = entry(id, &"é".repeat(32), &mut random);
    assert_eq!(seal(fits.clone(), number), Ok(()));
    assert_eq!(seal(fits.clone(), PageNumber::new(4).unwrap()), Err(SealError::Form));
    assert_eq!(seal(entry(id, &"x".repeat(65), &mut random), number), Err(SealError::Form));
    assert_eq!(seal(PageEntry { state: EntryState::Deleted, ..fits.clone() }, number), Err(SealError::Form));
    let deleted = PageEntry { state: EntryState::Deleted, title: String::new(), ..fits };
    assert_eq!(seal(deleted, number), Ok(()));

    let seal = |root: &Root| keys.seal_root(root, &mut Fixed::new(1)).map(drop);
    let mut full = root(&mut random);
    full.drafts = (0..16).map(|_| draft_ref(&mut random)).collect();
    assert_eq!(seal(&full), Ok(()));
    full.drafts.push(draft_ref(&mut random));
    assert_eq!(seal(&full), Err(SealError::Form));
    for label in ["x".repeat(25), "a\0b".into()] {
        let mut root = root(&mut random);
        root.ways[0] = Some(WayRecord { way: Way::Passkey, created_at_ms: 0, label });
        assert_eq!(seal(&root), Err(SealError::Form));
    }

    let bytes = MAX_DRAFT + 1;
    let draft = keys.seal_draft(DraftId::from_bytes([0; 16]), &vec![0; bytes], &mut random);
    assert_eq!(draft.map(drop), Err(SealError::BodyTooLong { bytes }));
    let long = Note { text: "x".repeat(281), ..note() };
    assert_eq!(seal_note(header.header(), &long, &mut random).map(drop), Err(SealError::Form));
}

#[test]
fn titles_are_cut_at_a_character_boundary() {
    assert_eq!(PageEntry::fitted_title("short"), "short");
    assert_eq!(PageEntry::fitted_title(&"x".repeat(70)), "x".repeat(64));
    let cut = format!("{}é", "x".repeat(63));
    assert_eq!(PageEntry::fitted_title(&cut), "x".repeat(63));
}

#[test]
fn a_page_keeps_its_order_and_each_id_once() {
    let mut random = Fixed::new(7);
    let number = PageNumber::new(9).unwrap();
    let mut page = page(number, 50, &mut random);
    let known = page.entries()[20].clone();
    page.put(PageEntry { title: "changed".into(), ..known.clone() });
    assert_eq!(page.entries().len(), 50);
    assert_eq!(page.get(&known.record_id).map(|entry| entry.title.as_str()), Some("changed"));
    let new = id_on(number, &mut random);
    page.put(entry(new, "new", &mut random));
    assert_eq!(page.entries().len(), 51);
    assert!(page.entries().is_sorted_by(|a, b| a.record_id < b.record_id));
    let twice = vec![known.clone(), PageEntry { title: "last".into(), ..known }];
    assert_eq!(Page::from_entries(twice).entries()[0].title, "last");
}

struct Failing;

impl Random for Failing {
    fn fill(&mut self, _: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        Err(RandomnessUnavailable)
    }
}

#[test]
fn nothing_is_sealed_without_randomness() {
    let mut random = Fixed::new(8);
    let (header, keys) = journal(&mut random);
    let unavailable = Err(SealError::RandomnessUnavailable);
    let (id, number) = (RecordId::from_bytes([0; 16]), PageNumber::new(0).unwrap());
    let record = record(&mut random, b"");
    assert_eq!(keys.seal_record(id, &record, &mut Failing).map(drop), unavailable);
    assert_eq!(keys.seal_page(number, &Page::default(), &mut Failing).map(drop), unavailable);
    assert_eq!(keys.seal_root(&root(&mut random), &mut Failing).map(drop), unavailable);
    assert_eq!(keys.seal_draft(DraftId::from_bytes([0; 16]), b"", &mut Failing).map(drop), unavailable);
    assert_eq!(seal_note(header.header(), &note(), &mut Failing).map(drop), unavailable);
    let recovery = recovery();
    let ways = [NewWay { index: 0, secret: &recovery }];
    let made = make_header(keys.vault_id(), 1, 1, kdf(), &ways, &mut Failing);
    assert_eq!(made.map(drop), Err(RandomnessUnavailable));
}

#[test]
fn errors_speak_in_one_manner_and_tell_no_content() {
    let cost = CostOutOfRange { memory_kib: 1, passes: 1 };
    let generation = SealedError::Generation { expected: 1, found: 2 };
    let errors: Vec<Box<dyn std::error::Error>> = vec![
        Box::new(RandomnessUnavailable),
        Box::new(PassphraseError::Empty),
        Box::new(PassphraseError::TooLong { bytes: 4321 }),
        Box::new(PassphraseError::NotUtf8),
        Box::new(cost),
        Box::new(ShortPrfOutput),
        Box::new(DeriveError::OutOfMemory { memory_kib: 1 }),
        Box::new(HeaderError::Length { len: 1 }),
        Box::new(HeaderError::Magic),
        Box::new(HeaderError::Damaged),
        Box::new(HeaderError::TooNew { lowest_reader: 2 }),
        Box::new(HeaderError::UnknownSuite),
        Box::new(HeaderError::Reserved),
        Box::new(HeaderError::CostOutOfRange(cost)),
        Box::new(UnlockError::NoMatch),
        Box::new(UnlockError::Tampered),
        Box::new(UnlockError::Slot),
        Box::new(SealedError::TooShort),
        Box::new(SealedError::UnknownVersion),
        Box::new(SealedError::UnknownSuite),
        Box::new(SealedError::UnknownType),
        Box::new(SealedError::Reserved),
        Box::new(generation),
        Box::new(SealedError::Commitment),
        Box::new(SealedError::Damaged),
        Box::new(SealedError::Content),
        Box::new(SealError::RandomnessUnavailable),
        Box::new(SealError::BodyTooLong { bytes: 1 }),
        Box::new(SealError::Form),
    ];
    let messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
    for message in &messages {
        assert!(message.starts_with(|first: char| first.is_lowercase()), "{message:?}");
        assert!(!message.ends_with('.') && !message.contains("4321"), "{message:?}");
    }
}

#[test]
fn what_is_debugged_shows_no_content() {
    let mut random = Fixed::new(9);
    let (header, keys) = journal(&mut random);
    let version = version(&mut random, b"CANARY");
    let page = Page::from_entries(vec![entry(RecordId::from_bytes([0; 16]), "CANARY", &mut random)]);
    let note = Note { text: "CANARY".into(), ..note() };
    let mut root = root(&mut random);
    root.ways[5] = Some(WayRecord { way: Way::Passkey, created_at_ms: 0, label: "CANARY".into() });
    let ways = &root.ways[5];
    let sealed = seal_note(header.header(), &note, &mut random).unwrap();
    let shown = format!("{version:?} {page:?} {note:?} {root:?} {ways:?} {header:?} {keys:?} {sealed:?}");
    assert!(!shown.contains("CANARY"), "{shown}");
    let bytes: Vec<String> = b"CANARY".iter().map(u8::to_string).collect();
    assert!(!shown.contains(&bytes.join(", ")), "{shown}");
}
