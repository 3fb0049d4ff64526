import { createRoot } from 'react-dom/client';
import 'uplot/dist/uPlot.min.css';
import type { Catalogue } from './boot/catalogue';
import { Page } from './Page';
import './page.css';
import { installServices } from './services/install';

export async function mount(catalogue: Catalogue) {
  const services = await installServices(catalogue);
  const root = document.getElementById('root');
  if (root) {
    createRoot(root).render(<Page services={services} />);
  }
}
