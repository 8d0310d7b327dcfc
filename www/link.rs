//! Build script: the wasm's own stack is so large that the browser's, which reports its end, overflows first.

fn main() {
    println!("cargo::rerun-if-changed=www/link.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=web=-zstack-size=4194304");
    }
}
