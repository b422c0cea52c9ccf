// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

// In a static library nobody else refers to the icons, and the linker would leave them out. Q_INIT_RESOURCE has to
// stand outside every namespace.
static int linkResources()
{
    Q_INIT_RESOURCE(resources);
    return 0;
}

namespace latchkey::icons {

namespace {

[[maybe_unused]] const int resourcesLinked = linkResources();

QString fileOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap draw(const QString &name, const QSize &size, const QColor &ink)
{
    QPixmap image(size);
    image.fill(Qt::transparent);
    QFile source(fileOf(name));
    if (!source.open(QIODevice::ReadOnly))
        return image;
    QByteArray svg = source.readAll();
    svg.replace("currentColor", ink.name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    painter.setOpacity(ink.alphaF());
    renderer.render(&painter);
    return image;
}

class OutlineEngine final : public QIconEngine
{
public:
    OutlineEngine(QString name, std::optional<theme::Colour> colour)
        : m_name(std::move(name)), m_colour(colour)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap image = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, image);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor ink = inkFor(mode);
        const QString key = QStringLiteral("latchkey/%1/%2x%3/%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(ink.rgba(), 8, 16);
        QPixmap image;
        if (!QPixmapCache::find(key, &image)) {
            image = draw(m_name, size, ink);
            QPixmapCache::insert(key, image);
        }
        return image;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    QIconEngine *clone() const override { return new OutlineEngine(*this); }
    QString key() const override { return QStringLiteral("latchkey-outline"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(fileOf(m_name)); }

private:
    QColor inkFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return m_colour ? theme::colour(*m_colour, palette)
                        : palette.color(QPalette::Active, QPalette::WindowText);
    }

    QString m_name;
    std::optional<theme::Colour> m_colour;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new OutlineEngine(name, std::nullopt));
}

QIcon icon(const QString &name, theme::Colour colour)
{
    return QIcon(new OutlineEngine(name, colour));
}

QIcon foreignIcon(const QString &name, const QColor &ink)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(draw(name, {size, size}, ink));
    return icon;
}

} // namespace latchkey::icons
