// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/valuepicture.h"

#include "core/result/valueforms.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

namespace latchkey {
namespace {

constexpr std::size_t mostBytes = 64 * 1024 * 1024;
constexpr qint64 mostPixels = 50'000'000;
constexpr QSize screen{1920, 1080};

Error notShown(const QString &message, const QString &detail = {})
{
    return {Error::Code::InvalidInput, message, detail, 0};
}

Error tooLarge()
{
    return notShown(QCoreApplication::translate(
        "latchkey::Picture", "The picture is too large to be shown here. Export it to look at it."));
}

} // namespace

Result<Picture> readPicture(std::string_view bytes)
{
    if (bytes.size() > mostBytes)
        return tooLarge();
    QByteArray content = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&content);
    QImageReader reader(&buffer, result::pictureFormat(bytes));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (static_cast<qint64>(size.width()) * size.height() > mostPixels)
        return tooLarge();
    if (size.isValid() && (size.width() > screen.width() || size.height() > screen.height()))
        reader.setScaledSize(size.scaled(screen, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return notShown(QCoreApplication::translate(
                            "latchkey::Picture",
                            "The value begins like a picture but cannot be read as one. Look at its bytes."),
                        reader.errorString());
    return Picture{image, size.isValid() ? size : image.size()};
}

} // namespace latchkey
