import { useApp } from '#renderer/app/store/use-app.ts';
import type { Board } from '#shared/contract/views.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import styles from './Hero.module.css';
import { CreditLine } from './CreditLine.tsx';
import { FocalPointEditor } from './FocalPointEditor.tsx';
import { HeroDrop } from './HeroDrop.tsx';
import { HeroMenu } from './HeroMenu.tsx';
import { HeroPicture } from './HeroPicture.tsx';

/** The topic's picture with its credit line, or the place to drop one. */
export const Hero = ({ board }: { readonly board: Board }) => {
  const { topic, heroImage } = board;
  const { select, heroAim, setHeroAim } = useApp((state) => ({
    select: state.select,
    heroAim: state.heroAim,
    setHeroAim: state.setHeroAim,
  }));
  if (!heroImage || !topic.hero) return <HeroDrop topicId={topic.id} />;
  const { focalPoint } = topic.hero;
  const isCropped = focalPoint !== null && mayCrop(licenseById(heroImage.credit.licenseId)).allowed;
  return (
    <figure className={styles.hero} data-hero>
      <HeroDrop topicId={topic.id} hasPicture>
        {heroAim === 'aiming' ? (
          <FocalPointEditor
            topicId={topic.id}
            image={heroImage}
            value={focalPoint}
            onDone={() => setHeroAim(null)}
          />
        ) : (
          <HeroPicture
            image={heroImage}
            focalPoint={isCropped ? focalPoint : null}
            onPress={() => select({ kind: 'image', imageId: heroImage.id })}
          />
        )}
        <HeroMenu image={heroImage} />
      </HeroDrop>
      <figcaption className={styles.caption}>
        <CreditLine image={heroImage} isCropped={isCropped} />
      </figcaption>
    </figure>
  );
};
