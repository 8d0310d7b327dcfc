//! Yew components, one for each scene.
