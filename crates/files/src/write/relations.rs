//! What a part of a package is tied to, for parts that are added.

use std::collections::BTreeMap;

use super::WriteError;
use super::comments::last_closing;
use super::edit::{Edit, edited_xml};
use crate::error::FileError;
use crate::package::Package;
use crate::xml::{Node, walk};

pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "[Content_Types].xml";

pub struct Relations {
    folder: String,
    part: String,
    bytes: Vec<u8>,
    /// Id, type and target of each, the target as a name in the package.
    all: Vec<(String, String, String)>,
    added: String,
}

impl Relations {
    pub fn of(package: &mut Package, part: &str) -> Result<Relations, FileError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let own = format!("{folder}/_rels/{name}.rels");
        let bytes = package.part(&own)?.unwrap_or_default();
        let mut all = Vec::new();
        walk(&crate::xml::text_of(&bytes), &mut |node| {
            if let Node::Open(element) = node
                && let (Some(id), Some(kind), Some(target)) =
                    (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
            {
                all.push((id, kind, within(folder, &target)));
            }
        });
        Ok(Relations { folder: folder.to_string(), part: own, bytes, all, added: String::new() })
    }

    /// The part that it is tied to by that type.
    pub fn target(&self, kind: &str) -> Option<String> {
        self.all.iter().find(|(_, known, _)| known.ends_with(kind)).map(|(.., target)| target.clone())
    }

    /// The part that it is tied to by that id.
    pub fn target_of(&self, id: &str) -> Option<String> {
        self.all.iter().find(|(known, ..)| known == id).map(|(.., target)| target.clone())
    }

    /// A name in the folder that no part has yet.
    pub fn free_name(&self, package: &Package, stem: &str, ending: &str) -> String {
        let name = |number: usize| format!("{}/{stem}{number}.{ending}", self.folder);
        (1..).map(name).find(|name| !package.has(name)).unwrap_or_default()
    }

    /// Ties the part to another, and returns the id of that tie.
    pub fn add(&mut self, kind: &str, target: &str) -> String {
        let free = |number: &usize| !self.all.iter().any(|(id, ..)| *id == format!("gouji{number}"));
        let id = format!("gouji{}", (1..).find(free).unwrap_or(0));
        self.added += &format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"/{target}\"/>");
        self.all.push((id.clone(), format!("/{kind}"), target.to_string()));
        id
    }

    /// Writes what was added, and of what type the new parts are.
    pub fn write(
        &self,
        package: &mut Package,
        parts: &mut BTreeMap<String, Vec<u8>>,
        kinds: &[(&str, &str)],
    ) -> Result<(), WriteError> {
        let broken = |_| WriteError::Package;
        let written = match last_closing(&crate::xml::text_of(&self.bytes)) {
            Some(at) => edited_xml(&self.bytes, vec![Edit::insert(at, self.added.as_str())]).map_err(broken)?,
            None => format!("{HEAD}<Relationships xmlns=\"{SPACE}\">{}</Relationships>", self.added).into_bytes(),
        };
        parts.insert(self.part.clone(), written);
        let types = match parts.get(TYPES) {
            Some(types) => types.clone(),
            None => package.part(TYPES)?.unwrap_or_default(),
        };
        let text = crate::xml::text_of(&types);
        let Some(at) = last_closing(&text) else { return Ok(()) };
        let new = kinds.iter().map(|(part, kind)| format!("<Override PartName=\"/{part}\" ContentType=\"{kind}\"/>"));
        let edit = Edit::insert(at, new.collect::<String>());
        parts.insert(TYPES.to_string(), edited_xml(&types, vec![edit]).map_err(broken)?);
        Ok(())
    }
}

/// A target as a name in the package: from its root, or from the folder of the part that names it.
fn within(folder: &str, target: &str) -> String {
    if let Some(name) = target.strip_prefix('/') {
        return name.to_string();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            _ => steps.push(step),
        }
    }
    steps.join("/")
}
