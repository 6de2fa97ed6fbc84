//! Reads the tensors of the embedded weights file, and says plainly what is wrong with it.

use std::collections::HashMap;

use safetensors::SafeTensors;
use safetensors::tensor::{Dtype, TensorView};

use crate::language::EngineError;

/// The weights file, opened.
pub(super) struct Weights<'a> {
    tensors: SafeTensors<'a>,
    labels: HashMap<String, String>,
}

impl<'a> Weights<'a> {
    /// Opens a file in the safetensors format.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, EngineError> {
        let wrong = |error: safetensors::SafeTensorError| EngineError::Weights(error.to_string());
        let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(wrong)?;
        Ok(Self {
            tensors: SafeTensors::deserialize(bytes).map_err(wrong)?,
            labels: metadata.metadata().clone().unwrap_or_default(),
        })
    }

    /// A text of the file's description.
    pub(super) fn text(&self, key: &str) -> Result<&str, EngineError> {
        let missing = || EngineError::Weights(format!("no {key} in the description"));
        self.labels.get(key).map(String::as_str).ok_or_else(missing)
    }

    /// A number of the file's description.
    pub(super) fn number(&self, key: &str) -> Result<usize, EngineError> {
        let text = self.text(key)?;
        text.parse()
            .map_err(|_| EngineError::Weights(format!("{key} is {text}, not a number")))
    }

    /// A list of labels of the file's description.
    pub(super) fn list(&self, key: &str) -> Result<Vec<String>, EngineError> {
        serde_json::from_str(self.text(key)?)
            .map_err(|error| EngineError::Weights(format!("{key}: {error}")))
    }

    /// A tensor of real numbers with this shape.
    pub(super) fn real(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, EngineError> {
        let view = self.view(name, Dtype::F32, shape)?;
        let numbers = view.data().chunks_exact(4);
        Ok(numbers
            .filter_map(|bytes| bytes.try_into().ok().map(f32::from_le_bytes))
            .collect())
    }

    /// The bytes of a tensor of whole numbers with this shape.
    pub(super) fn bytes(&self, name: &str, shape: &[usize]) -> Result<&'a [u8], EngineError> {
        Ok(self.view(name, Dtype::I8, shape)?.data())
    }

    /// The shape of a tensor.
    pub(super) fn shape(&self, name: &str) -> Result<Vec<usize>, EngineError> {
        Ok(self.tensor(name)?.shape().to_vec())
    }

    fn tensor(&self, name: &str) -> Result<TensorView<'a>, EngineError> {
        self.tensors
            .tensor(name)
            .map_err(|error| EngineError::Weights(format!("{name}: {error}")))
    }

    fn view(
        &self,
        name: &str,
        kind: Dtype,
        shape: &[usize],
    ) -> Result<TensorView<'a>, EngineError> {
        let view = self.tensor(name)?;
        if view.dtype() == kind && view.shape() == shape {
            Ok(view)
        } else {
            let (found, form) = (view.dtype(), view.shape());
            let message = format!("{name} is {found:?} {form:?}, not {kind:?} {shape:?}");
            Err(EngineError::Weights(message))
        }
    }
}
