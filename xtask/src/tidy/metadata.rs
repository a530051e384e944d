//! What cargo says about our packages and those from outside.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::Workspace;
use crate::process::output;

/// One package.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// SPDX expression; empty when it states none.
    pub licence: String,
    /// Whether it is ours.
    pub ours: bool,
    /// What its `Cargo.toml` names.
    pub dependencies: Vec<Dependency>,
}

/// One line of a `[dependencies]` table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// Name of the package.
    pub name: String,
    /// For tests only.
    pub for_tests: bool,
    /// For the build script only.
    pub for_build: bool,
}

/// All packages that the native and the wasm builds take in.
#[derive(Debug, Default)]
pub struct Metadata {
    /// Ours and others.
    pub packages: Vec<Package>,
}

impl Metadata {
    /// Asks cargo, for the two targets that we build.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let version = output(std::process::Command::new("rustc").arg("-vV").current_dir(workspace.root()))?;
        let host =
            version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names its host")?;
        let mut command = workspace.cargo();
        command.args(["metadata", "--format-version=1", "--filter-platform", host]);
        command.args(["--filter-platform", "wasm32-unknown-unknown"]);
        let metadata: Value = serde_json::from_str(&output(&mut command)?)?;
        let packages = metadata["packages"].as_array().context("cargo metadata lists packages")?;
        let used = metadata["resolve"]["nodes"].as_array().context("cargo metadata resolves")?;
        let used = |package: &&Value| used.iter().any(|node| node["id"] == package["id"]);
        Ok(Self { packages: packages.iter().filter(used).map(package).collect() })
    }

    /// One of our packages.
    pub fn ours(&self, name: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.ours && package.name == name)
    }
}

fn package(package: &Value) -> Package {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    Package {
        name: text(&package["name"]),
        licence: text(&package["license"]),
        ours: package["source"].is_null(),
        dependencies: dependencies
            .map(|dependency| Dependency {
                name: text(&dependency["name"]),
                for_tests: dependency["kind"] == "dev",
                for_build: dependency["kind"] == "build",
            })
            .collect(),
    }
}

#[cfg(test)]
impl Metadata {
    /// Our package with ordinary dependencies, for tests of rules.
    pub fn sample(name: &str, dependencies: &[&str]) -> Self {
        let dependency =
            |name: &&str| Dependency { name: (*name).to_owned(), for_tests: false, for_build: false };
        let dependencies = dependencies.iter().map(dependency).collect();
        Self {
            packages: vec![Package { name: name.into(), licence: "MIT".into(), ours: true, dependencies }],
        }
    }
}
