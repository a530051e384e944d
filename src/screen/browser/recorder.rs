//! The microphone: a voice note is recorded in the page, into memory, and nowhere else.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise};
use keeper::protocol::MediaType;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobEvent, MediaRecorder, MediaRecorderOptions, MediaStream, MediaStreamConstraints,
    MediaStreamTrack,
};

use super::{dom, photo};

/// Speech needs no more: a quarter of a megabyte a minute.
const BITS_PER_SECOND: u32 = 32_000;
/// What the browser may call it, best first, and what it is then.
const FORMATS: [(&str, MediaType); 4] = [
    ("audio/webm;codecs=opus", MediaType::WebmAudio),
    ("audio/webm", MediaType::WebmAudio),
    ("audio/ogg;codecs=opus", MediaType::OggAudio),
    ("audio/mp4", MediaType::Mp4Audio),
];

/// Why nothing is recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoRecording {
    /// The person or the browser said no to the microphone.
    Refused,
    /// This browser cannot record.
    CannotRecord,
}

/// A recording under way. Dropped, it is given up.
pub struct Recording {
    recorder: MediaRecorder,
    stream: MediaStream,
    media_type: MediaType,
    pieces: Rc<RefCell<Vec<Blob>>>,
    _on_piece: Closure<dyn FnMut(BlobEvent)>,
}

impl Recording {
    /// Asks for the microphone and begins.
    ///
    /// # Errors
    /// [`NoRecording`].
    pub async fn begin() -> Result<Self, NoRecording> {
        let format = FORMATS.into_iter().find(|(name, _)| MediaRecorder::is_type_supported(name));
        let (name, media_type) = format.ok_or(NoRecording::CannotRecord)?;
        let devices = dom::window().and_then(|window| window.navigator().media_devices().ok());
        let devices = devices.ok_or(NoRecording::CannotRecord)?;
        let wanted = MediaStreamConstraints::new();
        wanted.set_audio(&JsValue::TRUE);
        let asked = devices.get_user_media_with_constraints(&wanted).map_err(|_| NoRecording::Refused)?;
        let stream = JsFuture::from(asked).await.map_err(|_| NoRecording::Refused)?;
        let stream: MediaStream = stream.dyn_into().map_err(|_| NoRecording::CannotRecord)?;
        let options = MediaRecorderOptions::new();
        options.set_mime_type(name);
        options.set_audio_bits_per_second(BITS_PER_SECOND);
        let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options);
        let recorder = recorder.map_err(|_| NoRecording::CannotRecord)?;
        let pieces = Rc::new(RefCell::new(Vec::new()));
        let taken = Rc::clone(&pieces);
        let on_piece = Closure::<dyn FnMut(BlobEvent)>::new(move |event: BlobEvent| {
            taken.borrow_mut().extend(event.data());
        });
        recorder.set_ondataavailable(Some(on_piece.as_ref().unchecked_ref()));
        recorder.start_with_time_slice(1_000).map_err(|_| NoRecording::CannotRecord)?;
        Ok(Self { recorder, stream, media_type, pieces, _on_piece: on_piece })
    }

    /// Ends it and gives all of it; `None` where nothing was heard.
    pub async fn end(self) -> Option<(MediaType, Vec<u8>)> {
        let recorder = self.recorder.clone();
        let stopped = Promise::new(&mut |resolve, _| {
            let resolved = resolve.clone();
            let stop = Closure::once_into_js(move || {
                let _ = resolved.call0(&JsValue::UNDEFINED);
            });
            recorder.set_onstop(Some(stop.unchecked_ref()));
            if recorder.stop().is_err() {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }
        });
        let _ = JsFuture::from(stopped).await;
        let pieces: Array = self.pieces.borrow().iter().collect();
        let whole = Blob::new_with_blob_sequence(&pieces).ok()?;
        let bytes = photo::bytes_of(&whole).await?;
        (!bytes.is_empty()).then_some((self.media_type, bytes))
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        self.recorder.set_ondataavailable(None);
        for track in self.stream.get_tracks() {
            if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                track.stop();
            }
        }
    }
}
