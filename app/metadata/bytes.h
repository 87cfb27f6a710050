// SPDX-License-Identifier: GPL-3.0-or-later
// Reads numbers and spans from bytes in memory. Never reads past the end: a read that does not fit gives zero
// or an empty span and isOk() stays false from then on. Does not own the bytes.
#pragma once

#include <QByteArrayView>

namespace assay {

class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    bool isOk() const { return m_ok; }
    qsizetype left() const { return m_bytes.size() - m_position; }
    bool atEnd() const { return left() == 0; }

    QByteArrayView take(qint64 count)
    {
        if (count < 0 || count > left()) {
            m_ok = false;
            m_position = m_bytes.size();
            return {};
        }
        const QByteArrayView span = m_bytes.sliced(m_position, qsizetype(count));
        m_position += qsizetype(count);
        return span;
    }

    QByteArrayView rest() { return take(left()); }
    void skip(qint64 count) { take(count); }

    quint64 big(int byteCount)
    {
        quint64 value = 0;
        for (const char byte : take(byteCount))
            value = value << 8 | quint8(byte);
        return value;
    }

    quint64 little(int byteCount)
    {
        quint64 value = 0;
        int shift = 0;
        for (const char byte : take(byteCount)) {
            value |= quint64(quint8(byte)) << shift;
            shift += 8;
        }
        return value;
    }

    quint8 u8() { return quint8(big(1)); }
    quint16 u16be() { return quint16(big(2)); }
    quint32 u32be() { return quint32(big(4)); }
    quint16 u16le() { return quint16(little(2)); }
    quint32 u32le() { return quint32(little(4)); }

    /// Up to the next NUL, which is skipped too; without one, not ok.
    QByteArrayView untilNul()
    {
        const qsizetype end = m_bytes.sliced(m_position).indexOf('\0');
        const QByteArrayView span = take(end);
        skip(1);
        return span;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    bool m_ok = true;
};

} // namespace assay
