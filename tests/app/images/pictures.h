// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and their encoded bytes for the tests of this folder.
#pragma once

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <zlib.h>

namespace assay {

/// Left half red, right half blue, with a grid so that it does not compress to nothing.
inline QImage twoColours(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    painter.fillRect(size.width() / 2, 0, size.width(), size.height(), Qt::blue);
    painter.setPen(Qt::white);
    for (int i = 7; i < size.width(); i += 13)
        painter.drawLine(i, 0, size.width() - i, size.height());
    return image;
}

inline QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 90);
    return bytes;
}

inline QString writtenTo(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return path;
}

/// A PNG that is only a header of that size and an end: what a decompression bomb looks like from its front.
inline QByteArray headerOnlyPng(quint32 width, quint32 height)
{
    const auto number = [](quint32 value) -> QByteArray {
        return QByteArray{1, char(value >> 24)} + char(value >> 16) + char(value >> 8) + char(value);
    };
    const auto chunk = [&number](const QByteArray& type, const QByteArray& content) -> QByteArray {
        const QByteArray checked = type + content;
        const auto crc =
            ::crc32(0, reinterpret_cast<const Bytef*>(checked.constData()), uInt(checked.size()));
        return number(quint32(content.size())) + checked + number(quint32(crc));
    };
    return QByteArray("\x89PNG\r\n\x1a\n", 8) +
           chunk("IHDR", number(width) + number(height) + QByteArray("\x08\x02\x00\x00\x00", 5)) +
           chunk("IDAT", QByteArray("\x78\x9c\x03\x00\x00\x00\x00\x01", 8)) + chunk("IEND", {});
}

} // namespace assay
