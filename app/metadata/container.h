// SPDX-License-Identifier: GPL-3.0-or-later
// The container layer: what an image file is (by content, never by name), how large its header says it is,
// and every named text in it. Knows nothing about generators. Never reads image data into memory and never
// trusts a length. Free functions without state, for any thread.
#pragma once

#include "app/base/result.h"

#include <QIODevice>
#include <QList>
#include <QSize>
#include <QStringList>

#include <optional>

namespace assay {

enum class ContainerFormat { Unknown, Png, Jpeg, WebP, Avif, Heif, Jxl, Gif, Tiff, Bmp };

/// "PNG", "JPEG", "WEBP", "AVIF", "HEIF", "JXL", "GIF", "TIFF", "BMP"; empty for Unknown.
QString formatName(ContainerFormat format);

/// Which format the first bytes of a file (32 are enough) belong to.
ContainerFormat sniffFormat(QByteArrayView head);

/// Where in the file a text stood.
enum class TextSource {
    PngText,
    PngCompressedText,
    PngInternationalText,
    PngComfyChunk,
    Pixels,  ///< hidden in the lowest bits of the pixels
    Sidecar, ///< a file of its own beside the image
    Exif,
    Xmp,
    JpegComment
};

QString sourceName(TextSource source); ///< "PNG tEXt", "EXIF", ...

/// Whether generators name their texts themselves there ("parameters", "prompt"): PNG chunks, pixels,
/// sidecars.
bool hasGeneratorKeywords(TextSource source);

/// One text of the file. The keyword is PNG's keyword, EXIF's tag name ("UserComment") or XMP's property name
/// ("xmp:CreatorTool").
struct NamedText
{
    TextSource source = TextSource::PngText;
    QString keyword;
    QString text;

    bool operator==(const NamedText&) const = default;
};

struct Container
{
    ContainerFormat format = ContainerFormat::Unknown;
    std::optional<QSize> size; ///< as the header says, before any rotation
    QList<NamedText> texts;    ///< in the order of the file
    QStringList provenance;    ///< "C2PA manifest, not verified", "declares: made with OpenAI ...", ...
    QStringList problems;      ///< what was skipped and why, technical English

    /// The first text with this keyword from where generators name their texts, or null.
    const NamedText* pngText(QStringView keyword) const;
    /// The first text with this keyword from that source, or null.
    const NamedText* text(TextSource source, QStringView keyword) const;
};

/// Texts are capped: a chunk over 8 MB, or what would bring a file's texts over 32 MB, is skipped and said
/// so.
inline constexpr qint64 kMaxChunkBytes = 8 * 1024 * 1024;
inline constexpr qint64 kMaxTextBytes = 32 * 1024 * 1024;

/// Reads from a random-access device that is open for reading. Fails only for content that is no image format
/// we know (Unsupported) or an empty file (Damaged); everything else that is wrong becomes a problem of the
/// result.
Result<Container> readContainer(QIODevice& device);

} // namespace assay
