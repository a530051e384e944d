//! Turns `locales/*.json` into typed words (leptos_i18n). Under the feature `pseudo-locale` the words are those of a
//! made-up language, 40 % longer and right to left, made here out of English; nothing of it is in the shipped site.

use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
use leptos_i18n_parser::parse_locales::parse_locales;
use serde_json::Value;

/// A language that is written from right to left, so that `dir` follows.
const PSEUDO: &str = "ar";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        // Cutting the screen into what is loaded first and later needs to know what refers to what.
        println!("cargo::rustc-link-arg-bin=screen=--emit-relocs");
        println!("cargo::rustc-link-arg-bin=keeper=--emit-relocs");
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let config = if env::var_os("CARGO_FEATURE_PSEUDO_LOCALE").is_some() {
        let folder = out.join("locales");
        write_pseudo(&root.join("locales/en.json"), &folder)?;
        Config::new(PSEUDO)?.locales_path(folder)
    } else {
        // What Spanish lacks is said in English, without a warning: `cargo xtask tidy` holds it to whole sections.
        let english = Config::new("en")?.add_locale("es")?.extend_locale("es", "en")?;
        english.locales_path(root.join("locales"))
    };
    let config = config.parse_options(ParseOptions::new().interpolate_display(true));
    let locales = parse_locales(Some(root), config)?;
    for warning in locales.diag.warnings().iter() {
        println!("cargo::warning={warning}");
    }
    let module = leptos_i18n_codegen::gen_code(&locales, None, false, None, false)?;
    fs::write(out.join("i18n.rs"), module.to_string())?;
    Ok(())
}

fn write_pseudo(english: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut words: Value = serde_json::from_str(&fs::read_to_string(english)?)?;
    lengthen_all(&mut words);
    fs::create_dir_all(folder)?;
    fs::write(folder.join(PSEUDO).with_extension("json"), words.to_string())?;
    Ok(())
}

fn lengthen_all(words: &mut Value) {
    match words {
        Value::String(sentence) => *sentence = lengthened(sentence),
        Value::Object(group) => group.values_mut().for_each(lengthen_all),
        _ => {}
    }
}

/// The sentence with marks over its vowels and 40 % more of it, never inside a `{{ variable }}`.
fn lengthened(sentence: &str) -> String {
    let mut inside = 0_i32;
    let marked: String = sentence
        .chars()
        .map(|letter| {
            inside += i32::from(letter == '{') - i32::from(letter == '}');
            match letter {
                _ if inside > 0 => letter,
                'a' => 'á',
                'e' => 'ë',
                'i' => 'ï',
                'o' => 'ö',
                'u' => 'ü',
                other => other,
            }
        })
        .collect();
    let more =
        "ابجد هوز ".chars().cycle().take((sentence.chars().count() * 2).div_ceil(5)).collect::<String>();
    format!("{marked} {}", more.trim())
}
