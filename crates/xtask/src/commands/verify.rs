//! `cargo xtask verify`: whether what was published is what these sources give.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Args;
use minisign_verify::{PublicKey, Signature};

use crate::rebuild::rebuild;
use crate::sums;
use crate::workspace::Workspace;

/// Check a published dist: its signature, its sums, and that a build from these sources gives the same files
#[derive(Args)]
pub struct Verify {
    /// The published folder, with its SHA256SUMS
    #[arg(default_value = "dist")]
    dist: PathBuf,
    /// The publisher's public key, as minisign writes it: checks SHA256SUMS.minisig
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Check signature and sums alone, and build nothing
    #[arg(long)]
    no_build: bool,
}

impl Verify {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let file = self.dist.join(sums::FILE);
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        match &self.key {
            Some(key) => {
                let signature = fs::read_to_string(self.dist.join(sums::SIGNATURE)).context("there is no signature")?;
                let key = fs::read_to_string(key).with_context(|| format!("cannot read {}", key.display()))?;
                println!("Signed by this key: {}", signed(&text, &signature, &key)?);
            }
            None => println!("The signature was not checked: --key names the publisher's key."),
        }
        let published = sums::read(&text)?;
        let lying = sums::differences(&published, &sums::of(&self.dist)?, [sums::FILE, "the folder"]);
        ensure!(lying.is_empty(), "the folder is not what its sums say:\n{}", lying.join("\n"));
        println!("{} files are as {} says.", published.len(), sums::FILE);
        if self.no_build {
            return Ok(());
        }
        let copy = rebuild(workspace)?;
        let built = sums::of(&copy.join("dist"))?;
        let differences = sums::differences(&published, &built, ["what was published", "what was built here"]);
        ensure!(
            differences.is_empty(),
            "a build from these sources differs (it is kept in {}):\n{}",
            workspace.short(&copy),
            differences.join("\n"),
        );
        fs::remove_dir_all(&copy)?;
        println!("A build from these sources gives the same {} files.", built.len());
        Ok(())
    }
}

/// Checks a signature of minisign's; gives the comment that is signed with it.
fn signed(text: &str, signature: &str, key: &str) -> Result<String> {
    let key = PublicKey::decode(key).context("no public key of minisign's")?;
    let signature = Signature::decode(signature).context("no signature of minisign's")?;
    key.verify(text.as_bytes(), &signature, false).context("the signature is not of this key and these sums")?;
    Ok(signature.trusted_comment().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    // Made with `minisign -G -W` and `minisign -S`; the secret keys were thrown away.
    const SUMS: &str = "aa  gouji.html\n";
    const KEY: &str = "untrusted comment: minisign public key 4DA0E97A422D2044\nRWREIC1CeumgTZjfUNnE+ZFTL7/isRs3kqJd/jAYIxJFY0Y9A2+Gx7I6";
    const ANOTHER_KEY: &str = "untrusted comment: minisign public key A063901BE4FAB251\nRWRRsvrkG5BjoHaeIZd1/09J0p4IX++LLY6lEwxffC69mAYtZqerrsM3";
    const SIGNATURE: &str = "\
untrusted comment: signature from minisign secret key\n\
RUREIC1CeumgTXtDmcE/1GUUqFY4hvulNBIbokp0nqMY++GW9A/HnU17R2J1fmIfW443lw4c0P/keb595QlzIiI8CrEIIQx8TgE=\n\
trusted comment: gouji 0.1.0\n\
UhH0cWbVKtYo4Jzj5apUdusI72t7IgcX6LoXBg4ZhzPFTRdMx1kjPmbPisZqe4V/TwTo+UYXU1KiLMQMj92GCQ==\n";

    #[test]
    fn a_signature_is_of_these_sums_and_of_this_key() {
        assert_eq!(signed(SUMS, SIGNATURE, KEY).unwrap(), "gouji 0.1.0");
        signed("ab  gouji.html\n", SIGNATURE, KEY).unwrap_err();
        signed(SUMS, SIGNATURE, ANOTHER_KEY).unwrap_err();
        signed(SUMS, &SIGNATURE.replace("0.1.0", "0.2.0"), KEY).unwrap_err();
        signed(SUMS, "", KEY).unwrap_err();
        signed(SUMS, SIGNATURE, "no key").unwrap_err();
    }
}
