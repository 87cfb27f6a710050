// SPDX-License-Identifier: GPL-3.0-or-later
// One image file becomes a Generation: its identity by content, its header, and what its generator wrote into
// it. What the file does not say stays unknown. Decodes no pixels; free functions, for any thread.
#pragma once

#include "app/base/result.h"
#include "app/domain/generation.h"

namespace assay {

struct ImagePlace
{
    ImageRootId root;
    QString relativePath;
    QString client;         ///< of an image that says nothing else
    UtcTime now{};          ///< of the import: stands in where the file gives no plausible time
    bool isWatched = false; ///< a file beside it that is still written comes by itself
};

enum class FileKind { Image, Log, Other };

/// What a file is, by its content; NotFound, NoPermission, Io when it can't be looked into, Damaged when it
/// is empty, Unsupported for an image of a format that is not taken in (HEIF, BMP).
Result<FileKind> sniffFile(const QString& path);

/// Whether the name claims to be an image, so that refusing it needs a reason.
bool isNamedLikeImage(const QString& path);

/// Whether the name is a log's, or that of one that made room for the next: "day.jsonl", "day.jsonl.1".
bool isNamedLikeLog(const QString& path);

/// A file that is broken behind its signature is taken too, with what could be read. Busy when it changed
/// meanwhile.
Result<Generation> readImageFile(const QString& path, const ImagePlace& place);

/// Whether the last bytes are those a whole file of its format ends with: tells one still being written.
bool isWhole(const QString& path);

} // namespace assay
