//! FHIR Questionnaires of our own: both shapes of the standard, weights in each place where they may stand, and files that
//! mean harm. No wording of any instrument is here.
#![expect(clippy::unwrap_used, reason = "tests")]

use exchange::fhir::{FhirRefused, FhirWarning, MOST_BYTES, questionnaire};
use journal::Said;
use journal::support::scores::{Instrument, ItemKind, Operator, QuestionnaireWords, Sum};
use serde_json::{Value, json};

const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const WEIGHT: &str = "http://hl7.org/fhir/StructureDefinition/itemWeight";
const OLDER: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue";
const LOINC: &str = "http://loinc.org";

type Outcome = Result<(QuestionnaireWords, Vec<FhirWarning>), FhirRefused>;

fn read(items: Value) -> Outcome {
    read_file(&json!({ "resourceType": "Questionnaire", "title": "Made up", "item": items }))
}

fn read_file(file: &Value) -> Outcome {
    questionnaire(file.to_string().as_bytes())
}

fn taken(items: Value) -> QuestionnaireWords {
    let (read, warnings) = read(items).unwrap();
    assert_eq!(warnings, []);
    assert_eq!(read.clone().tidied().check(), Ok(()), "what is read can be kept");
    read
}

/// The weight behind another extension, as files have it.
fn weighed(url: &str, weight: &Value) -> Value {
    json!([{ "url": "https://elsewhere.example/other", "valueDecimal": 9 }, { "url": url, "valueDecimal": weight }])
}

fn option(code: &str, weight: &Value) -> Value {
    json!({ "valueCoding": { "system": "s", "code": code, "display": code }, "extension": weighed(ORDINAL, weight) })
}

fn choice(link: &str, options: Value) -> Value {
    json!({ "linkId": link, "type": "choice", "answerOption": options })
}

fn yes_no(link: &str) -> Value {
    json!({ "linkId": link, "type": "boolean" })
}

#[test]
fn both_shapes_of_the_standard_mean_the_same() {
    let options = json!([{ "valueCoding": { "code": "a", "display": "A" } }, { "valueString": "own" }, { "valueInteger": 3 }]);
    for (shape, constraint, kind) in [
        ("choice", Value::Null, ItemKind::Choice),
        ("open-choice", Value::Null, ItemKind::OpenChoice),
        ("coding", Value::Null, ItemKind::Choice),
        ("coding", json!("optionsOnly"), ItemKind::Choice),
        ("coding", json!("optionsOrString"), ItemKind::OpenChoice),
        ("integer", json!("optionsOnly"), ItemKind::Choice),
        ("string", json!("optionsOrType"), ItemKind::OpenChoice),
    ] {
        let mut item = choice("1", options.clone());
        (item["type"], item["answerConstraint"]) = (json!(shape), constraint);
        let read = taken(json!([item]));
        assert_eq!(read.items[0].kind, kind, "{shape}");
        let options = read.items[0].options.iter().map(|one| (one.text.as_str(), one.value.as_str()));
        assert_eq!(options.collect::<Vec<_>>(), [("A", "|a"), ("own", "own"), ("3", "3")]);
    }
    for (shape, kind) in [
        ("group", ItemKind::Group),
        ("display", ItemKind::Shown),
        ("boolean", ItemKind::YesNo),
        ("decimal", ItemKind::Number),
        ("quantity", ItemKind::Number),
        ("dateTime", ItemKind::Moment),
        ("url", ItemKind::Line),
        ("text", ItemKind::Text),
    ] {
        assert_eq!(taken(json!([{ "linkId": "1", "type": shape }])).items[0].kind, kind, "{shape}");
    }
    for shape in ["attachment", "reference", "something", "choice"] {
        let (read, warnings) = read(json!([{ "linkId": "1", "type": shape }])).unwrap();
        assert_eq!(read.items[0].kind, ItemKind::NotHere);
        assert_eq!(warnings, [FhirWarning::NotHere { link: "1".into() }], "{shape}");
    }
}

#[test]
fn weights_are_read_from_each_extension_in_each_place() {
    for url in [ORDINAL, WEIGHT, OLDER] {
        let (none, some) = (weighed(url, &json!(0)), weighed(url, &json!(1.5)));
        let on_option = choice(
            "1",
            json!([
                { "valueCoding": { "system": "s", "code": "a" }, "extension": none },
                { "valueCoding": { "system": "s", "code": "b" }, "extension": some },
            ]),
        );
        let on_coding = choice(
            "1",
            json!([
                { "valueCoding": { "system": "s", "code": "a", "extension": none } },
                { "valueCoding": { "system": "s", "code": "b", "extension": some } },
            ]),
        );
        let in_set = json!({ "linkId": "1", "type": "choice", "answerValueSet": "#set" });
        let concepts = json!([{ "code": "a", "extension": none }, { "code": "b", "extension": some }]);
        for (item, set) in [
            (&on_option, json!({})),
            (&on_coding, json!({})),
            (&in_set, json!({ "compose": { "include": [{ "system": "s", "concept": concepts }] } })),
            (&in_set, json!({ "expansion": { "contains": concepts } })),
        ] {
            let mut set = set;
            (set["resourceType"], set["id"]) = (json!("ValueSet"), json!("set"));
            let file = json!({ "resourceType": "Questionnaire", "contained": [set], "item": [item] });
            let (read, _) = read_file(&file).unwrap();
            let weights: Vec<_> = read.items[0].options.iter().map(|option| option.hundredths).collect();
            assert_eq!(weights, [Some(0), Some(150)], "{url} {file}");
            let second = read.items[0].options[1].value.clone();
            assert_eq!(read.sum(&vec![vec![second]]), Sum::Of(150, 1));
        }
    }
}

#[test]
fn what_lies_on_a_server_cannot_be_used_and_leaves_no_score() {
    let remote = |set: &str| json!({ "linkId": "far", "type": "choice", "answerValueSet": set });
    let warned = [FhirWarning::Remote { link: "far".into() }];
    for set in ["https://elsewhere.example/set", "#not-there"] {
        let (read, warnings) =
            read(json!([choice("near", json!([option("a", &json!(1))])), remote(set)])).unwrap();
        assert_eq!(warnings, warned);
        assert_eq!(read.items[1].kind, ItemKind::NotHere);
        assert_eq!(read.sum(&vec![vec!["s|a".into()], Vec::new()]), Sum::None);
    }
    // A contained set that names another one.
    let set = json!({ "resourceType": "ValueSet", "id": "x", "compose": { "include": [{ "valueSet": ["https://elsewhere.example"] }] } });
    let file = json!({ "resourceType": "Questionnaire", "contained": [set], "item": [remote("#x")] });
    assert_eq!(read_file(&file).unwrap().1, warned);
}

#[test]
fn a_weight_that_cannot_be_used_leaves_no_score() {
    for weight in [json!(0.333), json!(1e300), json!("1"), Value::Null] {
        let items = [("1", &weight), ("2", &json!(1))]
            .map(|(link, weight)| choice(link, json!([option("a", weight)])));
        let (read, warnings) = read(json!(items)).unwrap();
        assert_eq!(warnings, [FhirWarning::Weight { link: "1".into() }], "{weight}");
        assert_eq!(read.sum(&vec![vec!["s|a".into()]; 2]), Sum::None);
    }
}

#[test]
fn conditions_find_their_item_wherever_it_stands() {
    let read = taken(json!([
        { "linkId": "late", "type": "group", "enableBehavior": "any", "enableWhen": [
            { "question": "choice", "operator": "=", "answerCoding": { "code": "a" } },
            { "question": "choice", "operator": "!=", "answerCoding": { "system": "s", "code": "b" } },
            { "question": "number", "operator": ">=", "answerDecimal": 2.5 },
            { "question": "yes", "operator": "exists", "answerBoolean": true },
        ], "item": [{ "linkId": "inner", "type": "string" }] },
        choice("choice", json!([option("a", &json!(0)), option("b", &json!(1))])),
        { "linkId": "number", "type": "decimal" },
        yes_no("yes"),
    ]));
    let when = read.items[0].when.iter().map(|one| (one.item, one.operator, one.value.as_str()));
    let expected = [
        (2, Operator::Equal, "s|a"),
        (2, Operator::NotEqual, "s|b"),
        (3, Operator::AtLeast, "2.5"),
        (4, Operator::Exists, "true"),
    ];
    assert_eq!(when.collect::<Vec<_>>(), expected);
    assert!(!read.items[0].when_all && read.items[1].inside == Some(0));
    let mut answers = vec![Vec::new(); 5];
    assert!(!read.asked(&answers)[1]);
    answers[3] = vec!["3".to_owned()];
    assert!(read.asked(&answers)[1]);
}

/// A made-up panel under a code.
fn panel(code: &str, items: usize, most: i64) -> Value {
    let options: Vec<Value> = (0..=most).map(|weight| option(&weight.to_string(), &json!(weight))).collect();
    let items: Vec<Value> = (0..items).map(|number| choice(&number.to_string(), json!(options))).collect();
    json!({ "resourceType": "Questionnaire", "code": [{ "system": LOINC, "code": code }], "item": items })
}

#[test]
fn an_instrument_is_known_by_its_code_only_where_the_weights_are_its_range() {
    for (code, items, most, instrument) in [
        ("44249-1", 9, 3, Instrument::Phq9),
        ("44249-1", 8, 3, Instrument::Other),
        ("44249-1", 9, 4, Instrument::Other),
        ("70274-6", 7, 3, Instrument::Gad7),
        ("72109-2", 3, 4, Instrument::AuditC),
        ("82667-7", 10, 1, Instrument::Dast10),
        ("1-8", 9, 3, Instrument::Other),
    ] {
        assert_eq!(
            read_file(&panel(code, items, most)).unwrap().0.instrument,
            instrument,
            "{code} {items} {most}"
        );
    }
}

#[test]
fn safety_totals_and_what_is_hidden_are_known() {
    let coded = |code: &str, shape: &str| json!({ "linkId": format!("x{code}"), "type": shape, "code": [{ "system": LOINC, "code": code }] });
    let hidden = json!([{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true }]);
    let read = taken(json!([
        yes_no("/44260-8"),
        coded("44260-8", "boolean"),
        coded("44261-6", "decimal"),
        { "linkId": "h", "type": "string", "extension": hidden },
        { "linkId": "r", "type": "decimal", "readOnly": true },
        { "linkId": "plain", "type": "decimal" },
    ]));
    use ItemKind::{NotHere, Number, YesNo};
    let found: Vec<(ItemKind, bool)> = read.items.iter().map(|item| (item.kind, item.safety)).collect();
    let not_here = (NotHere, false);
    assert_eq!(found, [(YesNo, true), (YesNo, true), not_here, not_here, not_here, (Number, false)]);
}

#[test]
fn words_stay_text_and_narrative_is_not_looked_at() {
    let xhtml = json!([{ "url": "http://hl7.org/fhir/StructureDefinition/rendering-xhtml", "valueString": "<p>canary</p>" }]);
    let file = json!({
        "resourceType": "Questionnaire", "title": "<b>Made</b>\u{0}up", "url": "https://clinic.example/q", "version": "2",
        "publisher": "A clinic", "copyright": "© A clinic\nSecond line",
        "text": { "status": "generated", "div": "<div><script>alert(1)</script>canary</div>" },
        "item": [{ "linkId": "1", "type": "display", "text": "<script>alert(1)</script>", "_text": { "extension": xhtml } }],
    });
    let (read, _) = read_file(&file).unwrap();
    assert_eq!(
        (read.name.as_str(), read.canonical.as_str()),
        ("<b>Made</b> up", "https://clinic.example/q|2")
    );
    assert_eq!((read.publisher.as_str(), read.copyright.as_str()), ("A clinic", "© A clinic\nSecond line"));
    assert_eq!(read.items[0].text, "<script>alert(1)</script>");
    assert!(!format!("{read:?}").contains("canary"));
}

#[test]
fn a_file_that_is_too_much_is_refused_where_it_is() {
    let refused = |items| read(items).unwrap_err();
    let many: Vec<Value> = (0..501).map(|number| yes_no(&number.to_string())).collect();
    assert_eq!(refused(json!(many)), FhirRefused::TooMany { link: "500".into() });
    let options: Vec<Value> = (0..201).map(|number| json!({ "valueInteger": number })).collect();
    assert_eq!(refused(json!([choice("w", json!(options))])), FhirRefused::TooMany { link: "w".into() });
    let group = |inner: Value, number: usize| json!({ "linkId": number.to_string(), "type": "group", "item": [inner] });
    assert!(matches!(refused(json!([(0..13).fold(yes_no("in"), group)])), FhirRefused::TooDeep { .. }));
    let long = json!([{ "linkId": "l", "type": "display", "text": "x".repeat(8 * 1024 + 1) }]);
    assert_eq!(refused(long), FhirRefused::TooLong { link: "l".into() });
    let too_large = vec![b' '; MOST_BYTES + 1];
    assert_eq!(questionnaire(&too_large).unwrap_err(), FhirRefused::TooLarge { bytes: MOST_BYTES + 1 });
    assert!(matches!(
        questionnaire("[".repeat(100_000).as_bytes()).unwrap_err(),
        FhirRefused::NotJson { .. }
    ));
}

#[test]
fn items_that_wait_for_each_other_and_unknown_or_doubled_ones_are_refused() {
    let refused = |items| read(items).unwrap_err();
    let waits = |id: &str, other: &str| json!({ "linkId": id, "type": "boolean", "enableWhen": [{ "question": other, "operator": "exists", "answerBoolean": true }] });
    let mut group = waits("g", "in");
    group["item"] = json!([yes_no("in")]);
    for circle in
        [json!([waits("a", "b"), waits("b", "c"), waits("c", "a")]), json!([waits("a", "a")]), json!([group])]
    {
        assert!(matches!(refused(circle.clone()), FhirRefused::Circle { .. }), "{circle}");
    }
    // A long chain is no circle.
    let chain = (1..500).map(|number| waits(&number.to_string(), &(number - 1).to_string()));
    assert!(read(json!([yes_no("0")].into_iter().chain(chain).collect::<Vec<_>>())).is_ok());
    assert_eq!(refused(json!([waits("a", "gone")])), FhirRefused::Condition { link: "a".into() });
    let mut unknown = waits("b", "a");
    unknown["enableWhen"][0]["operator"] = json!("like");
    assert_eq!(refused(json!([yes_no("a"), unknown])), FhirRefused::Condition { link: "b".into() });
    let twice = json!([yes_no("a"), { "linkId": "g", "type": "group", "item": [yes_no("a")] }]);
    assert_eq!(refused(twice), FhirRefused::Twice { link: "a".into() });
    assert_eq!(refused(json!([{ "type": "boolean" }])), FhirRefused::NoLink);
}

#[test]
fn what_is_no_questionnaire_is_refused_by_name() {
    for (file, refused) in [
        (&b"{\"resourceType\":\"Patient\"}"[..], FhirRefused::NotAQuestionnaire),
        (b"[]", FhirRefused::NotAQuestionnaire),
        (b"{\"resourceType\":\"QuestionnaireResponse\"}", FhirRefused::Answers),
        (b"{\"resourceType\":\"Questionnaire\"}", FhirRefused::Empty),
        (b"", FhirRefused::NotJson { line: 1, column: 0 }),
        (b"{\"resource", FhirRefused::NotJson { line: 1, column: 10 }),
    ] {
        assert_eq!(questionnaire(file).unwrap_err(), refused);
    }
    assert!(matches!(questionnaire(b"\xff\xfe").unwrap_err(), FhirRefused::NotJson { .. }));
    let marked =
        b"\xef\xbb\xbf{\"resourceType\":\"Questionnaire\",\"item\":[{\"linkId\":\"1\",\"type\":\"text\"}]}";
    assert!(questionnaire(marked).is_ok());
}

#[test]
fn a_file_cut_at_any_byte_is_refused_and_nothing_panics() {
    let file = panel("44249-1", 3, 3).to_string();
    for end in 0..file.len() {
        assert!(questionnaire(&file.as_bytes()[..end]).is_err(), "{end}");
    }
}
