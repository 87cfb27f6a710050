// SPDX-License-Identifier: GPL-3.0-or-later
// The pixels of files for stealth.h: PNG row by row, as few rows as are asked for; lossless WebP whole.
#include "app/metadata/bytes.h"
#include "app/metadata/stealth.h"

#include <QImageReader>

#include <zlib.h>

#include <cstdlib>

namespace assay {

namespace {

constexpr qint64 kMaxPixels = 100'000'000;

/// The leftmost bytes of a PNG's rows, one row at a time. No filter looks to the right, so only these are
/// undone.
class PngRows
{
public:
    PngRows(QIODevice& device, qsizetype rowBytes, qsizetype usedBytes, int pixelBytes)
        : m_device(device)
        , m_usedBytes(usedBytes)
        , m_pixelBytes(pixelBytes)
        , m_row(rowBytes, '\0')
        , m_previous(rowBytes, '\0')
    {
        constexpr qint64 kSignatureBytes = 8;
        m_isOk = inflateInit(&m_stream) == Z_OK && device.seek(kSignatureBytes);
    }
    ~PngRows() { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(PngRows)

    /// The next row, or empty.
    QByteArrayView next()
    {
        std::swap(m_row, m_previous);
        char filter = 0;
        if (!unpack(&filter, 1) || !unpack(m_row.data(), m_row.size()) || filter < 0 || filter > 4)
            return {};
        undoFilter(filter);
        return m_row;
    }

private:
    bool unpack(char* target, qsizetype count)
    {
        m_stream.next_out = reinterpret_cast<Bytef*>(target);
        m_stream.avail_out = uInt(count);
        while (m_isOk && m_stream.avail_out > 0) {
            if (m_stream.avail_in == 0 && !fill())
                return false;
            const int status = inflate(&m_stream, Z_NO_FLUSH);
            m_isOk = status == Z_OK || (status == Z_STREAM_END && m_stream.avail_out == 0);
        }
        return m_isOk;
    }

    /// More packed bytes, from this IDAT chunk or the next one.
    bool fill()
    {
        constexpr qint64 kCrcBytes = 4;
        constexpr qint64 kBlock = 65536;
        while (m_left == 0) {
            if (m_isInChunk && !m_device.seek(m_device.pos() + kCrcBytes))
                return false;
            const QByteArray header = m_device.read(8);
            ByteReader reader(header);
            m_left = reader.u32be();
            const QByteArrayView type = reader.take(4);
            if (!reader.isOk() || type == "IEND" || m_device.pos() + m_left > m_device.size())
                return false;
            m_isInChunk = true;
            if (type != "IDAT") {
                if (!m_device.seek(m_device.pos() + m_left))
                    return false;
                m_left = 0;
            }
        }
        m_block = m_device.read(qMin(m_left, kBlock));
        m_left -= m_block.size();
        m_stream.next_in = reinterpret_cast<Bytef*>(m_block.data());
        m_stream.avail_in = uInt(m_block.size());
        return !m_block.isEmpty();
    }

    /// PNG 1.2, chapter 6.
    void undoFilter(char filter)
    {
        for (qsizetype i = 0; i < m_usedBytes; ++i) {
            const int left = i < m_pixelBytes ? 0 : quint8(m_row[i - m_pixelBytes]);
            const int up = quint8(m_previous[i]);
            const int corner = i < m_pixelBytes ? 0 : quint8(m_previous[i - m_pixelBytes]);
            m_row[i] = char(quint8(m_row[i]) + prediction(filter, left, up, corner));
        }
    }

    static int prediction(char filter, int left, int up, int corner)
    {
        switch (filter) {
        case 1:
            return left;
        case 2:
            return up;
        case 3:
            return (left + up) / 2;
        case 4:
            return paeth(left, up, corner);
        default:
            return 0;
        }
    }

    static int paeth(int left, int up, int corner)
    {
        const int estimate = left + up - corner;
        const int toLeft = std::abs(estimate - left);
        const int toUp = std::abs(estimate - up);
        const int toCorner = std::abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner)
            return left;
        return toUp <= toCorner ? up : corner;
    }

    QIODevice& m_device;
    qsizetype m_usedBytes;
    qsizetype m_pixelBytes;
    QByteArray m_row;
    QByteArray m_previous;
    QByteArray m_block;
    z_stream m_stream{};
    qint64 m_left = 0; ///< bytes of the chunk that are not read yet
    bool m_isInChunk = false;
    bool m_isOk = false;
};

class PngPixels : public PixelSource
{
public:
    explicit PngPixels(QIODevice& device)
        : m_device(device)
    {
        constexpr qint64 kHeaderStart = 16;
        constexpr quint32 kMaxSide = 100'000;
        const QByteArray header = device.seek(kHeaderStart) ? device.read(13) : QByteArray();
        ByteReader reader(header);
        const quint32 width = reader.u32be();
        const quint32 height = reader.u32be();
        const quint8 depth = reader.u8();
        const quint8 colourType = reader.u8();
        reader.skip(2);
        const quint8 interlace = reader.u8();
        const bool isRead =
            reader.isOk() && depth == 8 && interlace == 0 && (colourType == 2 || colourType == 6);
        if (!isRead || width > kMaxSide || height > kMaxSide || qint64(width) * height > kMaxPixels)
            return;
        m_size = QSize(int(width), int(height));
        m_pixelBytes = colourType == 6 ? 4 : 3;
    }

    QSize size() const override { return m_size; }
    bool hasAlpha() const override { return m_pixelBytes == 4; }

    QByteArray leftPart(int columns, int rows) override
    {
        PngRows source(m_device, qsizetype(m_size.width()) * m_pixelBytes, qsizetype(columns) * m_pixelBytes,
                       m_pixelBytes);
        QByteArray part;
        part.reserve(qsizetype(columns) * rows * 4);
        for (int y = 0; y < rows; ++y) {
            const QByteArrayView row = source.next();
            if (row.isEmpty())
                return {};
            for (qsizetype x = 0; x < columns; ++x) {
                part.append(row.sliced(x * m_pixelBytes, 3));
                part.append(hasAlpha() ? row[x * m_pixelBytes + 3] : '\xff');
            }
        }
        return part;
    }

private:
    QIODevice& m_device;
    QSize m_size;
    int m_pixelBytes = 0;
};

class ImagePixels : public PixelSource
{
public:
    explicit ImagePixels(const QImage& image)
        : m_image(image.convertToFormat(QImage::Format_RGBA8888))
    {
    }

    QSize size() const override { return m_image.size(); }
    bool hasAlpha() const override { return true; }

    QByteArray leftPart(int columns, int rows) override
    {
        QByteArray part;
        part.reserve(qsizetype(columns) * rows * 4);
        for (int y = 0; y < rows; ++y)
            part.append(reinterpret_cast<const char*>(m_image.constScanLine(y)), qsizetype(columns) * 4);
        return part;
    }

private:
    QImage m_image;
};

/// Only lossless WebP keeps lowest bits; with alpha it says so in its header.
bool isLosslessWithAlpha(QIODevice& device)
{
    constexpr qint64 kLooked = 4096;
    if (!device.seek(0))
        return false;
    const QByteArray head = device.read(kLooked);
    const qsizetype chunk = head.indexOf("VP8L");
    constexpr qsizetype kFlagsOffset = 12;
    return chunk >= 12 && chunk + kFlagsOffset < head.size() && (head[chunk + kFlagsOffset] & 0x10) != 0;
}

QList<NamedText> textsOfWebP(QIODevice& device)
{
    if (!isLosslessWithAlpha(device) || !device.seek(0))
        return {};
    QImageReader reader(&device, "webp");
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > kMaxPixels / 4)
        return {};
    const QImage image = reader.read();
    if (image.isNull() || image.format() == QImage::Format_ARGB32_Premultiplied)
        return {};
    ImagePixels pixels(image);
    return stealthTexts(pixels);
}

} // namespace

QList<NamedText> stealthTextsOfFile(QIODevice& device, ContainerFormat format)
{
    if (format == ContainerFormat::WebP)
        return textsOfWebP(device);
    if (format != ContainerFormat::Png)
        return {};
    PngPixels pixels(device);
    return stealthTexts(pixels);
}

} // namespace assay
