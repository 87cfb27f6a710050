// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/codecs.h"

#include <QColorSpace>

#include <jxl/decode.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr JxlPixelFormat kPixels{4, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN, 0};

/// libjxl keeps floating-point copies of what it decodes, several times the size of the picture.
constexpr qint64 kMaxPixels = 100'000'000;

/// One pass over one picture.
class JxlPass
{
public:
    JxlPass(const QByteArray& bytes, const DecodeOptions& options)
        : m_decoder(JxlDecoderCreate(nullptr), &JxlDecoderDestroy)
        , m_bytes(bytes)
        , m_options(options)
    {
        m_options.maxPixels = qMin(options.maxPixels, kMaxPixels);
    }

    Result<DecodedImage> run()
    {
        constexpr int kEvents = JXL_DEC_BASIC_INFO | JXL_DEC_COLOR_ENCODING | JXL_DEC_FULL_IMAGE;
        if (!m_decoder || JxlDecoderSubscribeEvents(m_decoder.get(), kEvents) != JXL_DEC_SUCCESS)
            return Error{ErrorKind::TooLarge, {}, u"there is not enough memory"_s};
        JxlDecoderSetInput(m_decoder.get(), reinterpret_cast<const uint8_t*>(m_bytes.constData()),
                           size_t(m_bytes.size()));
        JxlDecoderCloseInput(m_decoder.get());
        while (!m_error) {
            const JxlDecoderStatus status = JxlDecoderProcessInput(m_decoder.get());
            if (status == JXL_DEC_FULL_IMAGE || status == JXL_DEC_SUCCESS)
                break; // an animation's first picture is enough
            handle(status);
        }
        return result();
    }

private:
    void handle(JxlDecoderStatus status)
    {
        switch (status) {
        case JXL_DEC_BASIC_INFO:
            return readHeader();
        case JXL_DEC_COLOR_ENCODING:
            return readColours();
        case JXL_DEC_NEED_IMAGE_OUT_BUFFER:
            return makeImage();
        case JXL_DEC_NEED_MORE_INPUT:
            m_error = Error{ErrorKind::Damaged, {}, u"JPEG XL: the file ends inside the picture"_s};
            return;
        default:
            m_error = Error{ErrorKind::Damaged, {}, u"JPEG XL: the data is broken"_s};
        }
    }

    void readHeader()
    {
        JxlBasicInfo header{};
        if (JxlDecoderGetBasicInfo(m_decoder.get(), &header) != JXL_DEC_SUCCESS)
            return handle(JXL_DEC_ERROR);
        m_size = header.xsize <= INT_MAX && header.ysize <= INT_MAX
                     ? QSize(int(header.xsize), int(header.ysize))
                     : QSize();
        m_hasAlpha = header.alpha_bits > 0;
        m_error = sizeProblem(m_size, m_options);
    }

    void readColours()
    {
        size_t size = 0;
        constexpr auto kTarget = JXL_COLOR_PROFILE_TARGET_DATA;
        if (JxlDecoderGetICCProfileSize(m_decoder.get(), &kPixels, kTarget, &size) != JXL_DEC_SUCCESS)
            return;
        constexpr size_t kMaxProfile = 16 * 1024 * 1024;
        QByteArray profile(qsizetype(qMin(size, kMaxProfile)), '\0');
        if (JxlDecoderGetColorAsICCProfile(m_decoder.get(), &kPixels, kTarget,
                                           reinterpret_cast<uint8_t*>(profile.data()),
                                           size_t(profile.size())) == JXL_DEC_SUCCESS)
            m_colours = QColorSpace::fromIccProfile(profile);
    }

    void makeImage()
    {
        m_image = QImage(m_size, m_hasAlpha ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
        if (m_image.isNull()) {
            m_error = Error{ErrorKind::TooLarge, {}, u"there is not enough memory for the picture"_s};
            return;
        }
        m_image.fill(0);
        if (JxlDecoderSetImageOutBuffer(m_decoder.get(), &kPixels, m_image.bits(),
                                        size_t(m_image.sizeInBytes())) != JXL_DEC_SUCCESS)
            handle(JXL_DEC_ERROR);
    }

    /// A file that was cut short gives what was decoded of it, if that is a picture at all.
    Result<DecodedImage> result()
    {
        if (m_error && m_error->kind != ErrorKind::Damaged)
            return *m_error;
        if (m_error && (m_image.isNull() || JxlDecoderFlushImage(m_decoder.get()) != JXL_DEC_SUCCESS))
            return *m_error;
        if (m_image.isNull())
            return Error{ErrorKind::Damaged, {}, u"JPEG XL: there is no picture in the file"_s};
        m_image.setColorSpace(m_colours);
        return DecodedImage{m_image, m_size, m_error};
    }

    std::unique_ptr<JxlDecoder, decltype(&JxlDecoderDestroy)> m_decoder;
    const QByteArray& m_bytes;
    DecodeOptions m_options;
    QSize m_size;
    bool m_hasAlpha = false;
    QColorSpace m_colours;
    QImage m_image;
    std::optional<Error> m_error;
};

} // namespace

Result<DecodedImage> decodeJxl(const QByteArray& bytes, const DecodeOptions& options)
{
    return JxlPass(bytes, options).run();
}

} // namespace assay
