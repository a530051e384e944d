//! The thin edge to passkeys (WebAuthn Level 3 with the PRF extension): one is made, or one is used, and what it gives
//! passes on as bytes once. No credential id is kept: all are discoverable.

use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use keeper::protocol::SecretBytes;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom;

/// Longest that the system may ask, ms.
const PATIENCE_MS: u32 = 120_000;
/// ES256, EdDSA and RS256: whatever the device has. The signature is not looked at.
const ALGORITHMS: [i32; 3] = [-7, -8, -257];

/// Why a passkey gave nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoPasskey {
    /// This browser knows none here.
    CannotAsk,
    /// It was made or used, and gives nothing that opens a journal.
    NothingGiven,
    /// It was not made or used: nobody chose one, or there is none, or the system refused.
    NotDone,
}

/// A passkey that was made.
pub enum Made {
    /// With what it gives.
    Given(SecretBytes),
    /// It tells only when it is used.
    UseOnce(NewPasskey),
}

/// A passkey made just now, until it was used once. In memory alone.
#[derive(Clone)]
pub struct NewPasskey(JsValue);

/// Whether there is any use in asking.
pub fn can_ask() -> bool {
    credentials().is_some()
}

/// Makes a passkey which the system lists under `name`.
///
/// # Errors
/// [`NoPasskey`]; with [`NoPasskey::NothingGiven`] the system may list one that opens nothing.
pub async fn make(name: &str, salt: [u8; 32]) -> Result<Made, NoPasskey> {
    let user = object(&[("id", drawn()?), ("name", name.into()), ("displayName", name.into())]);
    let kind = |algorithm: &i32| object(&[("type", "public-key".into()), ("alg", (*algorithm).into())]);
    let options = object(&[
        ("rp", object(&[("name", host_name())])),
        ("user", user),
        ("challenge", drawn()?),
        ("pubKeyCredParams", ALGORITHMS.iter().map(kind).collect::<Array>().into()),
        (
            "authenticatorSelection",
            object(&[
                ("residentKey", "required".into()),
                ("requireResidentKey", true.into()),
                ("userVerification", "required".into()),
            ]),
        ),
        ("timeout", PATIENCE_MS.into()),
        ("extensions", wanted(salt)),
    ]);
    let made = ask("create", options).await?;
    let told = told(&made).ok_or(NoPasskey::NothingGiven)?;
    if let Some(secret) = given(&told) {
        return Ok(Made::Given(secret));
    }
    let is_able = get(&told, "enabled").is_some_and(|enabled| enabled.is_truthy());
    let id = get(&made, "rawId").filter(|_| is_able);
    id.map(|id| Made::UseOnce(NewPasskey(id))).ok_or(NoPasskey::NothingGiven)
}

/// Uses a passkey: the one that was made just now, or one that is chosen in the system's list.
///
/// # Errors
/// [`NoPasskey`].
pub async fn used(which: Option<NewPasskey>, salt: [u8; 32]) -> Result<SecretBytes, NoPasskey> {
    let known = |NewPasskey(id)| object(&[("type", "public-key".into()), ("id", id)]);
    let options = object(&[
        ("challenge", drawn()?),
        ("allowCredentials", which.map(known).into_iter().collect::<Array>().into()),
        ("userVerification", "required".into()),
        ("timeout", PATIENCE_MS.into()),
        ("extensions", wanted(salt)),
    ]);
    let answer = ask("get", options).await?;
    told(&answer).as_ref().and_then(given).ok_or(NoPasskey::NothingGiven)
}

/// The name of the site is its address: any other word would tell more.
fn host_name() -> JsValue {
    dom::window().and_then(|window| window.location().hostname().ok()).unwrap_or_default().into()
}

async fn ask(what: &str, options: JsValue) -> Result<JsValue, NoPasskey> {
    let credentials = credentials().ok_or(NoPasskey::CannotAsk)?;
    let order = get(&credentials, what).and_then(|order| order.dyn_into::<Function>().ok());
    let order = order.ok_or(NoPasskey::CannotAsk)?;
    let asked = order.call1(&credentials, &object(&[("publicKey", options)])).ok();
    let asked = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()).ok_or(NoPasskey::CannotAsk)?;
    let answer = JsFuture::from(asked).await.map_err(|_| NoPasskey::NotDone)?;
    if answer.is_object() { Ok(answer) } else { Err(NoPasskey::NotDone) }
}

fn credentials() -> Option<JsValue> {
    let window: JsValue = dom::window()?.into();
    get(&window, "PublicKeyCredential").filter(JsValue::is_function)?;
    get(&get(&window, "navigator")?, "credentials").filter(JsValue::is_object)
}

/// What is asked of the passkey beside a signature.
fn wanted(salt: [u8; 32]) -> JsValue {
    let first = object(&[("first", Uint8Array::from(&salt[..]).into())]);
    object(&[("prf", object(&[("eval", first)]))])
}

/// What it says of that.
fn told(credential: &JsValue) -> Option<JsValue> {
    let results: Function = get(credential, "getClientExtensionResults")?.dyn_into().ok()?;
    get(&results.call0(credential).ok()?, "prf")
}

/// What it gave. The browser's copy is wiped.
fn given(told: &JsValue) -> Option<SecretBytes> {
    let first: ArrayBuffer = get(&get(told, "results")?, "first")?.dyn_into().ok()?;
    let first = Uint8Array::new(&first);
    let secret = SecretBytes::new(first.to_vec());
    first.fill(0, 0, first.length());
    Some(secret)
}

/// 32 random bytes: no secret, but never twice the same.
fn drawn() -> Result<JsValue, NoPasskey> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| NoPasskey::CannotAsk)?;
    Ok(Uint8Array::from(&bytes[..]).into())
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
