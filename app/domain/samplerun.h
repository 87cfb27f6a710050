// SPDX-License-Identifier: GPL-3.0-or-later
// The values of one client and week in ascending order with the cluster of each, as the bytes that the store
// keeps: exact, and about six bytes a value where the values are decimals of few digits, as they mostly are.
// Nothing is unpacked before it is asked for, because most values of a run never are. A plain value.
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace assay {

struct Sample
{
    double value = 0;
    quint32 cluster = 0; ///< any number that tells the clusters of one run apart
};

/// How many of the sorted values are smaller, and how many are not larger.
struct SamplePlace
{
    size_t below = 0;
    size_t atMost = 0;
};

/// Clusters count from 0 in the order in which they first appear, so that equal samples make equal runs.
class SampleRun
{
public:
    static SampleRun of(std::vector<Sample> samples);
    /// Nothing for bytes that no run has.
    static std::optional<SampleRun> fromBytes(const QByteArray& bytes);

    const QByteArray& bytes() const { return m_bytes; }
    size_t count() const { return m_count; }
    double value(size_t rank) const; ///< from 0
    /// Values of each cluster.
    const std::vector<quint32>& sizes() const { return m_sizes; }
    /// Where the value stands among those from rank `first` until before `last`, counted from `first`.
    SamplePlace placeOf(double value, size_t first, size_t last) const;
    /// Of each cluster, how many of its values are among the first `count`.
    std::vector<quint32> hits(size_t count) const;

    bool operator==(const SampleRun& other) const { return m_bytes == other.m_bytes; }

private:
    void write(const std::vector<Sample>& samples, quint8 decimals);
    bool readHead();
    bool countClusters();
    bool isSorted() const;
    const char* clusterBytes() const;

    QByteArray m_bytes;
    size_t m_count = 0;
    double m_scale = 0;      ///< 0: values are doubles of all digits
    bool m_hasNarrow = true; ///< cluster numbers of 16 bits
    std::vector<quint32> m_sizes;
};

} // namespace assay
