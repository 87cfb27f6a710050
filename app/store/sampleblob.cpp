// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sampleblob.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace assay {

namespace {

// Two bytes say how values and clusters are written, four how many there are; then all values, then all
// clusters. Little-endian.
constexpr qsizetype kHeader = 6;

constexpr std::array kScales{1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6}; ///< by decimals
constexpr quint8 kDoubles = 255;                                    ///< in place of the decimals

bool isInteger(double value, double scale)
{
    const double scaled = std::round(value * scale);
    return std::abs(scaled) <= std::numeric_limits<qint32>::max() && scaled / scale == value &&
           !(scaled == 0 && std::signbit(value));
}

/// The fewest decimals with which all values are whole numbers of 32 bits.
quint8 decimalsOf(const std::vector<double>& values)
{
    for (size_t decimals = 0; decimals < kScales.size(); ++decimals) {
        const double scale = kScales[decimals];
        if (std::ranges::all_of(values, [scale](double value) { return isInteger(value, scale); }))
            return static_cast<quint8>(decimals);
    }
    return kDoubles;
}

template<typename T>
void append(QByteArray& blob, T value)
{
    const T little = qToLittleEndian(value);
    blob.append(reinterpret_cast<const char*>(&little), sizeof(T));
}

template<typename T>
T valueAt(const char* bytes, size_t number)
{
    return qFromLittleEndian<T>(bytes + number * sizeof(T));
}

std::vector<double> readValues(const char* bytes, size_t count, quint8 decimals)
{
    std::vector<double> values(count);
    if (decimals == kDoubles) {
        for (size_t i = 0; i < count; ++i)
            values[i] = std::bit_cast<double>(valueAt<quint64>(bytes, i));
        return values;
    }
    const double scale = kScales[decimals];
    for (size_t i = 0; i < count; ++i)
        values[i] = valueAt<qint32>(bytes, i) / scale;
    return values;
}

template<typename T>
std::vector<quint32> readClusters(const char* bytes, size_t count)
{
    std::vector<quint32> clusters(count);
    for (size_t i = 0; i < count; ++i)
        clusters[i] = valueAt<T>(bytes, i);
    return clusters;
}

bool isSound(const std::vector<double>& values, const std::vector<quint32>& clusters)
{
    return std::ranges::is_sorted(values) &&
           std::ranges::all_of(clusters, [&](quint32 cluster) { return cluster < clusters.size(); });
}

} // namespace

QByteArray sampleBlob(const SampleRun& run)
{
    const quint8 decimals = decimalsOf(run.values);
    const bool areNarrow = run.sizes.size() <= std::numeric_limits<quint16>::max();
    QByteArray blob;
    blob.reserve(kHeader + qsizetype(run.values.size()) * 12);
    append<quint8>(blob, decimals);
    append<quint8>(blob, areNarrow ? 2 : 4);
    append(blob, static_cast<quint32>(run.values.size()));
    for (const double value : run.values) {
        if (decimals == kDoubles)
            append(blob, std::bit_cast<quint64>(value));
        else
            append(blob, static_cast<qint32>(std::round(value * kScales[decimals])));
    }
    for (const quint32 cluster : run.clusters) {
        if (areNarrow)
            append(blob, static_cast<quint16>(cluster));
        else
            append(blob, cluster);
    }
    return blob;
}

std::optional<SampleRun> samplesFromBlob(const QByteArray& blob)
{
    if (blob.size() < kHeader)
        return std::nullopt;
    const auto decimals = static_cast<quint8>(blob[0]);
    const int clusterBytes = blob[1];
    const size_t count = valueAt<quint32>(blob.constData() + 2, 0);
    const bool isKnown =
        (decimals < kScales.size() || decimals == kDoubles) && (clusterBytes == 2 || clusterBytes == 4);
    const size_t valueBytes = decimals == kDoubles ? 8 : 4;
    if (!isKnown || size_t(blob.size() - kHeader) != count * (valueBytes + size_t(clusterBytes)))
        return std::nullopt;
    const char* bytes = blob.constData() + kHeader;
    std::vector<double> values = readValues(bytes, count, decimals);
    bytes += count * valueBytes;
    std::vector<quint32> clusters =
        clusterBytes == 2 ? readClusters<quint16>(bytes, count) : readClusters<quint32>(bytes, count);
    if (!isSound(values, clusters))
        return std::nullopt;
    return SampleRun::of(std::move(values), std::move(clusters));
}

} // namespace assay
