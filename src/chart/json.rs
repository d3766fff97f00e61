//! A chart as JSON text, by a writer small enough for the program.
//!
//! `serde_json` would do. Its writer may fail at any field, counts fields beforehand, and brings tables for printing
//! numbers; over all of charming's types that is half as much program again. This one cannot fail, so the compiler drops every
//! path that handles a failure, and numbers are printed by whoever calls it: in the browser by the browser.

use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::fmt::{self, Display};

/// `value` as JSON text, the same value that `serde_json` writes. `number` prints finite numbers; integers reach it as
/// floats, so those beyond 2⁵³ lose digits, as they would in JavaScript.
#[must_use]
pub fn text(value: &impl Serialize, number: fn(f64) -> String) -> String {
    let mut writer = Writer { text: String::new(), number };
    match value.serialize(&mut writer) {
        Ok(()) => writer.text,
        Err(never) => match never {},
    }
}

struct Writer {
    text: String,
    number: fn(f64) -> String,
}

/// No value: nothing that charming serialises fails.
#[derive(Debug)]
enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        panic!("a chart that cannot be written")
    }
}

type Written = Result<(), Never>;

impl Writer {
    /// A comma, unless this is the first entry: only an opening bracket stands bare at the end of the text then.
    #[inline(never)]
    fn next(&mut self) {
        if !self.text.ends_with(['[', '{']) {
            self.text.push(',');
        }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.next();
        self.string(key);
        self.text.push(':');
    }

    /// Begins the object that names a variant.
    fn variant(&mut self, variant: &str) {
        self.put("{");
        self.key(variant);
    }

    // Inlined, it packs better: the same few instructions for each of a thousand fields.
    #[inline(always)]
    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Written {
        self.key(key);
        value.serialize(self)
    }

    #[inline(never)]
    fn string(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            match letter {
                '"' | '\\' => self.text.extend(['\\', letter]),
                control @ '\0'..' ' => {
                    let digit = |value| char::from_digit(value, 16).unwrap_or('0');
                    self.text.push_str("\\u00");
                    self.text.extend([digit(u32::from(control) / 16), digit(u32::from(control) % 16)]);
                }
                letter => self.text.push(letter),
            }
        }
        self.text.push('"');
    }

    #[inline(never)]
    fn number(&mut self, number: f64) {
        if number.is_finite() {
            let written = (self.number)(number);
            self.text.push_str(&written);
        } else {
            self.text.push_str("null");
        }
    }

    #[inline(never)]
    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

/// Integers, all through the one kind of number that JavaScript has.
macro_rules! numbers {
    ($($name:ident: $type:ty,)+) => {
        $(fn $name(self, number: $type) -> Written {
            self.number(number as f64);
            Ok(())
        })+
    };
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Variant<Items<'a>>;
    type SerializeMap = Fields<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = Variant<Fields<'a>>;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_f32: f32, serialize_f64: f64,
    }

    fn serialize_bool(self, yes: bool) -> Written {
        self.put(if yes { "true" } else { "false" });
        Ok(())
    }

    fn serialize_char(self, letter: char) -> Written {
        self.string(letter.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Written {
        self.string(text);
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Written {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.put("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        self.variant(variant);
        value.serialize(&mut *self)?;
        self.put("}");
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, Never> {
        self.put("[");
        Ok(Items(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Variant<Items<'a>>, Never> {
        self.variant(variant);
        Ok(Variant(self.serialize_seq(None)?))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'a>, Never> {
        self.put("{");
        Ok(Fields(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'a>, Never> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Variant<Fields<'a>>, Never> {
        self.variant(variant);
        Ok(Variant(self.serialize_map(None)?))
    }
}

/// An array whose items are being written.
struct Items<'a>(&'a mut Writer);

/// An object whose fields are being written.
struct Fields<'a>(&'a mut Writer);

/// An array or object that stands as the value of its variant's name.
struct Variant<List>(List);

impl Items<'_> {
    #[inline(always)]
    fn entry<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.0.next();
        value.serialize(&mut *self.0)
    }

    #[inline(always)]
    fn close(self) -> Written {
        self.0.put("]");
        Ok(())
    }
}

impl Fields<'_> {
    #[inline(always)]
    fn entry<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.0.field(key, value)
    }

    #[inline(always)]
    fn close(self) -> Written {
        self.0.put("}");
        Ok(())
    }
}

impl Variant<Items<'_>> {
    fn entry<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.0.entry(value)
    }

    fn close(self) -> Written {
        self.0.0.put("]}");
        Ok(())
    }
}

impl Variant<Fields<'_>> {
    fn entry<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.0.entry(key, value)
    }

    fn close(self) -> Written {
        self.0.0.put("}}");
        Ok(())
    }
}

/// The traits that differ in name alone.
macro_rules! list {
    ($($trait:ident for $list:ty, $method:ident($($key:ident: $type:ty)?);)+) => {
        $(impl $trait for $list {
            type Ok = ();
            type Error = Never;

            #[inline(always)]
            fn $method<T: Serialize + ?Sized>(&mut self, $($key: $type,)? value: &T) -> Written {
                self.entry($($key,)? value)
            }

            #[inline(always)]
            fn end(self) -> Written {
                self.close()
            }
        })+
    };
}

list! {
    SerializeSeq for Items<'_>, serialize_element();
    SerializeTuple for Items<'_>, serialize_element();
    SerializeTupleStruct for Items<'_>, serialize_field();
    SerializeTupleVariant for Variant<Items<'_>>, serialize_field();
    SerializeStruct for Fields<'_>, serialize_field(key: &'static str);
    SerializeStructVariant for Variant<Fields<'_>>, serialize_field(key: &'static str);
}

impl SerializeMap for Fields<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.0.next();
        key.serialize(&mut *self.0)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.0.put(":");
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Written {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;
    use serde_json::{Value, json};
    use std::collections::BTreeMap;

    fn ours(value: &impl Serialize) -> Value {
        let text = text(value, |number| number.to_string());
        serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{fault}: {text}"))
    }

    #[derive(Serialize)]
    enum Every {
        Unit,
        One(f64),
        Two(i32, Option<u8>),
        Named { list: Vec<String>, none: (), map: BTreeMap<String, char> },
    }

    #[test]
    fn every_shape_is_written_as_serde_json_writes_it() {
        let quoted = vec!["plain".to_owned(), "\"quoted\" [\\ {\n\u{1f}".to_owned(), String::new()];
        let map = BTreeMap::from([("a".to_owned(), 'b'), ("c[".to_owned(), '"')]);
        let every = (
            [Every::Unit, Every::One(-0.5), Every::Two(-3, None), Every::Two(4, Some(2))],
            Every::Named { list: quoted, none: (), map },
            json!({ "empty": [{}, [], ""], "after": true, "nested": [[1, [2]], { "x": { "y": null } }] }),
        );
        assert_eq!(ours(&every).to_string(), serde_json::to_value(&every).unwrap().to_string().replace(".0", ""));
    }

    #[test]
    fn what_is_no_number_is_null() {
        assert_eq!(ours(&[f64::NAN, f64::INFINITY, 1.5]), json!([null, null, 1.5]));
    }
}
