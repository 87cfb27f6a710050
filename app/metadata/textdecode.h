// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a text chunk to text, and zlib with a limit. Free functions without state, for any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace assay {

/// Strict UTF-8 where the bytes are that, else Latin-1: several programs write UTF-8 where PNG demands
/// Latin-1.
QString decodeUtf8OrLatin1(QByteArrayView bytes);

/// EXIF UserComment with its eight bytes of character code. UTF-16's byte order is taken from the text
/// itself; only where it doesn't tell does `bigEndianTiff` decide. Nothing for a character code that can't be
/// read.
std::optional<QString> decodeUserComment(QByteArrayView bytes, bool bigEndianTiff);

/// zlib data to its content; nothing if it is broken or larger than `limit` (checked while unpacking).
std::optional<QByteArray> inflateWithLimit(QByteArrayView compressed, qint64 limit);

/// The same for gzip.
std::optional<QByteArray> gunzipWithLimit(QByteArrayView compressed, qint64 limit);

} // namespace assay
